import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ValidationRecord","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/ValidationRecord.md","filePath":"api/epochal/interfaces/ValidationRecord.md"}');
const _sfc_main = { name: "api/epochal/interfaces/ValidationRecord.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / ValidationRecord</p><h1 id="interface-validationrecord" tabindex="-1">Interface: ValidationRecord <a class="header-anchor" href="#interface-validationrecord" aria-label="Permalink to &quot;Interface: ValidationRecord&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./ValidationEvent.html"><code>ValidationEvent</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-iteration"></a> <code>iteration</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The mean loss over the validation set.</td></tr><tr><td><a id="property-metrics"></a> <code>metrics</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/MetricValues.html"><code>MetricValues</code></a></td><td>-</td></tr><tr><td><a id="property-trainingloss"></a> <code>trainingLoss?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The mean loss over the training set with the same weights; only with <code>evaluateTraining</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/ValidationRecord.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ValidationRecord = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ValidationRecord as default
};
