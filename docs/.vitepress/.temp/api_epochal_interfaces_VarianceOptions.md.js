import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: VarianceOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/VarianceOptions.md","filePath":"api/epochal/interfaces/VarianceOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/VarianceOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / VarianceOptions</p><h1 id="interface-varianceoptions" tabindex="-1">Interface: VarianceOptions <a class="header-anchor" href="#interface-varianceoptions" aria-label="Permalink to &quot;Interface: VarianceOptions&quot;">​</a></h1><p>Of <code>variance</code>.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./ReduceOptions.html"><code>ReduceOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-axis"></a> <code>axis?</code></td><td><code>readonly</code></td><td><code>number</code> | readonly <code>number</code>[]</td><td>-</td><td><a href="./ReduceOptions.html"><code>ReduceOptions</code></a>.<a href="./ReduceOptions.html#property-axis"><code>axis</code></a></td></tr><tr><td><a id="property-correction"></a> <code>correction?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Subtracted from the count: 0 (default) for a population, 1 for the unbiased estimate.</td><td>-</td></tr><tr><td><a id="property-keepdims"></a> <code>keepDims?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>-</td><td><a href="./ReduceOptions.html"><code>ReduceOptions</code></a>.<a href="./ReduceOptions.html#property-keepdims"><code>keepDims</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/VarianceOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const VarianceOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  VarianceOptions as default
};
