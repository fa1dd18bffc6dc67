import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: EnableThreadsOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/threads/interfaces/EnableThreadsOptions.md","filePath":"api/epochal/threads/interfaces/EnableThreadsOptions.md"}');
const _sfc_main = { name: "api/epochal/threads/interfaces/EnableThreadsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/threads</a> / EnableThreadsOptions</p><h1 id="interface-enablethreadsoptions" tabindex="-1">Interface: EnableThreadsOptions <a class="header-anchor" href="#interface-enablethreadsoptions" aria-label="Permalink to &quot;Interface: EnableThreadsOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-threads"></a> <code>threads?</code></td><td><code>readonly</code></td><td><code>ThreadCount</code></td><td>How many threads <code>&#39;auto&#39;</code> means at most; default <code>&#39;auto&#39;</code>, as many as there are cores.</td></tr><tr><td><a id="property-worker"></a> <code>worker?</code></td><td><code>readonly</code></td><td>() =&gt; <code>object</code></td><td>In a browser: starts a worker whose file calls <code>runThread</code>, such as <code>() =&gt; new Worker(new URL(&#39;./thread.js&#39;, import.meta.url), { type: &#39;module&#39; })</code>. Without it a worker is started from a <code>blob:</code> URL.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/threads/interfaces/EnableThreadsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EnableThreadsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EnableThreadsOptions as default
};
