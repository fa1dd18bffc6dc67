import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TensorBoardOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/TensorBoardOptions.md","filePath":"api/epochal/interfaces/TensorBoardOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/TensorBoardOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / TensorBoardOptions</p><h1 id="interface-tensorboardoptions" tabindex="-1">Interface: TensorBoardOptions <a class="header-anchor" href="#interface-tensorboardoptions" aria-label="Permalink to &quot;Interface: TensorBoardOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-everyiterations"></a> <code>everyIterations?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Writes the numbers of every so many iterations, too; left out, only those of epochs.</td></tr><tr><td><a id="property-histogramsof"></a> <code>histogramsOf?</code></td><td><code>readonly</code></td><td><a href="./Model.html"><code>Model</code></a></td><td>The model that is trained, for a histogram of each parameter at the end of each epoch.</td></tr><tr><td><a id="property-now"></a> <code>now?</code></td><td><code>readonly</code></td><td>() =&gt; <code>number</code></td><td>The time in seconds since 1970; by default that of the clock.</td></tr><tr><td><a id="property-sync"></a> <code>sync?</code></td><td><code>readonly</code></td><td>() =&gt; <code>void</code></td><td>Called before a checkpoint that counts on what was written: it is to outlast a power cut.</td></tr><tr><td><a id="property-write"></a> <code>write</code></td><td><code>readonly</code></td><td>(<code>bytes</code>) =&gt; <code>void</code></td><td>Where bytes go, one whole record at a time; in Node it is that of <code>eventFile(folder)</code>. A record for which it throws is offered again before the next one.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/TensorBoardOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TensorBoardOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TensorBoardOptions as default
};
