import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Evidence","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/Evidence.md","filePath":"api/epochal/selection/interfaces/Evidence.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/Evidence.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / Evidence</p><h1 id="interface-evidence" tabindex="-1">Interface: Evidence <a class="header-anchor" href="#interface-evidence" aria-label="Permalink to &quot;Interface: Evidence&quot;">​</a></h1><p>One condition of a verdict.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-limit"></a> <code>limit</code></td><td><code>readonly</code></td><td><code>number</code></td><td>What the value is held against.</td></tr><tr><td><a id="property-met"></a> <code>met</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether it is there.</td></tr><tr><td><a id="property-value"></a> <code>value</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-wanted"></a> <code>wanted</code></td><td><code>readonly</code></td><td><code>&quot;below&quot;</code> | <code>&quot;above&quot;</code></td><td>On which side of the limit it has to be.</td></tr><tr><td><a id="property-what"></a> <code>what</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What was measured, in words.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/Evidence.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Evidence = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Evidence as default
};
