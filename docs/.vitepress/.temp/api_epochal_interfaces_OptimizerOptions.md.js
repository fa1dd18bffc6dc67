import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OptimizerOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/OptimizerOptions.md","filePath":"api/epochal/interfaces/OptimizerOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/OptimizerOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / OptimizerOptions</p><h1 id="interface-optimizeroptions" tabindex="-1">Interface: OptimizerOptions <a class="header-anchor" href="#interface-optimizeroptions" aria-label="Permalink to &quot;Interface: OptimizerOptions&quot;">​</a></h1><p>The options that every optimizer has.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./AdadeltaOptions.html"><code>AdadeltaOptions</code></a></li><li><a href="./AdagradOptions.html"><code>AdagradOptions</code></a></li><li><a href="./MomentsOptions.html"><code>MomentsOptions</code></a></li><li><a href="./LionOptions.html"><code>LionOptions</code></a></li><li><a href="./RmspropOptions.html"><code>RmspropOptions</code></a></li><li><a href="./SgdOptions.html"><code>SgdOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-groups"></a> <code>groups?</code></td><td><code>readonly</code></td><td>readonly <a href="./ParameterGroup.html"><code>ParameterGroup</code></a>[]</td><td>Parameters with options of their own; the first group that names a parameter counts.</td></tr><tr><td><a id="property-l2"></a> <code>l2?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The strength λ of a quadratic penalty <code>λ/2 · Σ p²</code> on the loss: <code>λ · p</code> is added to the gradient, and then treated like any gradient. Default 0. (PyTorch&#39;s <code>weight_decay</code> of SGD and Adam; Keras&#39;s <code>l2(λ)</code> penalizes twice as much.)</td></tr><tr><td><a id="property-learningrate"></a> <code>learningRate?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The factor of every update, before any schedule.</td></tr><tr><td><a id="property-weightdecay"></a> <code>weightDecay?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Decoupled decay: <code>learningRate · weightDecay · p</code> is subtracted beside the update, past momentum and adaptive scaling (Loshchilov and Hutter, 2019). Default 0, for adamW 0.01.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/OptimizerOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OptimizerOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OptimizerOptions as default
};
