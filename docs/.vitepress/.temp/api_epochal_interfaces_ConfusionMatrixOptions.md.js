import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ConfusionMatrixOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/ConfusionMatrixOptions.md","filePath":"api/epochal/interfaces/ConfusionMatrixOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/ConfusionMatrixOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / ConfusionMatrixOptions</p><h1 id="interface-confusionmatrixoptions" tabindex="-1">Interface: ConfusionMatrixOptions <a class="header-anchor" href="#interface-confusionmatrixoptions" aria-label="Permalink to &quot;Interface: ConfusionMatrixOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>ClassReading</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-classes"></a> <code>classes?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many classes there are, where the outputs are classes and do not show it.</td><td><code>ClassReading.classes</code></td></tr><tr><td><a id="property-classnames"></a> <code>classNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>What the classes are called, by number; by default their numbers.</td><td>-</td></tr><tr><td><a id="property-loss"></a> <code>loss?</code></td><td><code>readonly</code></td><td><a href="./Loss.html"><code>Loss</code></a></td><td>The loss that the network was trained with, which says what outputs are, in place of a threshold.</td><td>-</td></tr><tr><td><a id="property-sampleweights"></a> <code>sampleWeights?</code></td><td><code>readonly</code></td><td><a href="./../classes/Tensor.html"><code>Tensor</code></a>&lt;<code>number</code>&gt;</td><td>How much each sample counts, <code>[samples]</code>; by default 1.</td><td>-</td></tr><tr><td><a id="property-threshold"></a> <code>threshold?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Above it an output says yes, otherwise no: 0.5 for probabilities, 0 for logits. For one output that tells two classes apart, and for several labels, each of which is there or not.</td><td><code>ClassReading.threshold</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/ConfusionMatrixOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ConfusionMatrixOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ConfusionMatrixOptions as default
};
