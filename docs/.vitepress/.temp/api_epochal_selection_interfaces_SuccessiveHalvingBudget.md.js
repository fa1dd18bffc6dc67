import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SuccessiveHalvingBudget","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/SuccessiveHalvingBudget.md","filePath":"api/epochal/selection/interfaces/SuccessiveHalvingBudget.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/SuccessiveHalvingBudget.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / SuccessiveHalvingBudget</p><h1 id="interface-successivehalvingbudget" tabindex="-1">Interface: SuccessiveHalvingBudget <a class="header-anchor" href="#interface-successivehalvingbudget" aria-label="Permalink to &quot;Interface: SuccessiveHalvingBudget&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>Omit</code>&lt;<code>HalvingBudget</code>, <code>&quot;factor&quot;</code>&gt;</li></ul><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./SuccessiveHalvingOptions.html"><code>SuccessiveHalvingOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-factor"></a> <code>factor?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The best <code>1 / factor</code> of a rung continue, for <code>factor</code> times as many epochs in total; default 3.</td><td>-</td></tr><tr><td><a id="property-maxepochs"></a> <code>maxEpochs</code></td><td><code>readonly</code></td><td><code>number</code></td><td>What the best are trained for.</td><td><code>Omit.maxEpochs</code></td></tr><tr><td><a id="property-minepochs"></a> <code>minEpochs</code></td><td><code>readonly</code></td><td><code>number</code></td><td>What every trial is trained for.</td><td><code>Omit.minEpochs</code></td></tr><tr><td><a id="property-trials"></a> <code>trials</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Trials to begin with.</td><td><code>Omit.trials</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/SuccessiveHalvingBudget.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SuccessiveHalvingBudget = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SuccessiveHalvingBudget as default
};
