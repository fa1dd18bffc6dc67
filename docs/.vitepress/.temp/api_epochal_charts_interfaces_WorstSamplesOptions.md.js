import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WorstSamplesOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/charts/interfaces/WorstSamplesOptions.md","filePath":"api/epochal/charts/interfaces/WorstSamplesOptions.md"}');
const _sfc_main = { name: "api/epochal/charts/interfaces/WorstSamplesOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/charts</a> / WorstSamplesOptions</p><h1 id="interface-worstsamplesoptions" tabindex="-1">Interface: WorstSamplesOptions <a class="header-anchor" href="#interface-worstsamplesoptions" aria-label="Permalink to &quot;Interface: WorstSamplesOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-count"></a> <code>count?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many; default 10, fewer if there are not as many.</td></tr><tr><td><a id="property-dataset"></a> <code>dataset</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Dataset.html"><code>Dataset</code></a></td><td>The samples, as they are to be shown.</td></tr><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Loss.html"><code>Loss</code></a></td><td>By which they are ranked.</td></tr><tr><td><a id="property-outputs"></a> <code>outputs</code></td><td><code>readonly</code></td><td><a href="./../../classes/Tensor.html"><code>Tensor</code></a></td><td><code>[samples, ...]</code>, of the model for the inputs of the dataset.</td></tr><tr><td><a id="property-rows"></a> <code>rows?</code></td><td><code>readonly</code></td><td><code>ArrayLike</code>&lt;<code>number</code>&gt;</td><td>By sample: the number by which it is found, such as its row in a file; default its row in the dataset, from 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/charts/interfaces/WorstSamplesOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WorstSamplesOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WorstSamplesOptions as default
};
