import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SoftmaxCrossEntropyOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/SoftmaxCrossEntropyOptions.md","filePath":"api/epochal/interfaces/SoftmaxCrossEntropyOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/SoftmaxCrossEntropyOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / SoftmaxCrossEntropyOptions</p><h1 id="interface-softmaxcrossentropyoptions" tabindex="-1">Interface: SoftmaxCrossEntropyOptions <a class="header-anchor" href="#interface-softmaxcrossentropyoptions" aria-label="Permalink to &quot;Interface: SoftmaxCrossEntropyOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./ClassWeightsOptions.html"><code>ClassWeightsOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-classweights"></a> <code>classWeights?</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>A weight for each class, multiplied into the losses of its samples; all 1 by default. The mean still divides by the number of samples (PyTorch divides by the sum of their weights).</td><td><a href="./ClassWeightsOptions.html"><code>ClassWeightsOptions</code></a>.<a href="./ClassWeightsOptions.html#property-classweights"><code>classWeights</code></a></td></tr><tr><td><a id="property-labelsmoothing"></a> <code>labelSmoothing?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How much of each target is spread evenly over all classes, from 0 (default) to below 1: <code>t&#39; = (1 - labelSmoothing) t + labelSmoothing / classes</code> (Szegedy et al., 2015).</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/SoftmaxCrossEntropyOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SoftmaxCrossEntropyOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SoftmaxCrossEntropyOptions as default
};
