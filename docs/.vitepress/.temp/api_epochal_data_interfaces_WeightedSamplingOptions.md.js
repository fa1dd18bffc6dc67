import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WeightedSamplingOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/data/interfaces/WeightedSamplingOptions.md","filePath":"api/epochal/data/interfaces/WeightedSamplingOptions.md"}');
const _sfc_main = { name: "api/epochal/data/interfaces/WeightedSamplingOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / WeightedSamplingOptions</p><h1 id="interface-weightedsamplingoptions" tabindex="-1">Interface: WeightedSamplingOptions <a class="header-anchor" href="#interface-weightedsamplingoptions" aria-label="Permalink to &quot;Interface: WeightedSamplingOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-weights"></a> <code>weights</code></td><td><code>readonly</code></td><td><code>ArrayLike</code>&lt;<code>number</code>&gt; | <a href="./../../classes/Tensor.html"><code>Tensor</code></a>&lt;<code>number</code>&gt;</td><td>A weight for each sample: 0 or more, not all 0. Only their proportions matter.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/interfaces/WeightedSamplingOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WeightedSamplingOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WeightedSamplingOptions as default
};
