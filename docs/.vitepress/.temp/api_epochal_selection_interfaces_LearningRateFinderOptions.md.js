import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LearningRateFinderOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/LearningRateFinderOptions.md","filePath":"api/epochal/selection/interfaces/LearningRateFinderOptions.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/LearningRateFinderOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / LearningRateFinderOptions</p><h1 id="interface-learningratefinderoptions" tabindex="-1">Interface: LearningRateFinderOptions <a class="header-anchor" href="#interface-learningratefinderoptions" aria-label="Permalink to &quot;Interface: LearningRateFinderOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-from"></a> <code>from?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The first learning rate; default 1e-6.</td></tr><tr><td><a id="property-iterations"></a> <code>iterations?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many rates are tried, one in each iteration; default 100.</td></tr><tr><td><a id="property-signal"></a> <code>signal?</code></td><td><code>readonly</code></td><td><code>AbortSignal</code></td><td>-</td></tr><tr><td><a id="property-smoothing"></a> <code>smoothing?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How much of the average loss stays when the next one comes; default 0.9.</td></tr><tr><td><a id="property-to"></a> <code>to?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The last one, if it gets there; default 10.</td></tr><tr><td><a id="property-train"></a> <code>train</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Dataset.html"><code>Dataset</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/LearningRateFinderOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LearningRateFinderOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LearningRateFinderOptions as default
};
