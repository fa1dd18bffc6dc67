import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AverageOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/AverageOptions.md","filePath":"api/epochal/interfaces/AverageOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/AverageOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / AverageOptions</p><h1 id="interface-averageoptions" tabindex="-1">Interface: AverageOptions <a class="header-anchor" href="#interface-averageoptions" aria-label="Permalink to &quot;Interface: AverageOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-average"></a> <code>average?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Average.html"><code>Average</code></a></td><td><code>macro</code> (default): the mean over the classes. One that neither occurs nor is predicted has no part in it; of several labels all have. <code>weighted</code>: weighted by how many samples each class has. <code>micro</code>: all decisions taken together, which is the accuracy where classes exclude each other.</td></tr><tr><td><a id="property-positiveclass"></a> <code>positiveClass?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The score of this class, or label, alone, instead of an average.</td></tr><tr><td><a id="property-threshold"></a> <code>threshold?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>For one output that tells two classes apart: 0.5 for probabilities, 0 for logits. For several labels as in <code>accuracy</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/AverageOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AverageOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AverageOptions as default
};
