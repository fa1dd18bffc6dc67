import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AccuracyOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/AccuracyOptions.md","filePath":"api/epochal/interfaces/AccuracyOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/AccuracyOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / AccuracyOptions</p><h1 id="interface-accuracyoptions" tabindex="-1">Interface: AccuracyOptions <a class="header-anchor" href="#interface-accuracyoptions" aria-label="Permalink to &quot;Interface: AccuracyOptions&quot;">​</a></h1><p><code>meanSquaredError</code> and <code>meanAbsoluteError</code> are metrics too: see <code>losses/loss_and_metric.ts</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-threshold"></a> <code>threshold?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>For one output, and for several labels: above it an output says yes. Default what the loss says, 0 for logits and 0.5 for probabilities.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/AccuracyOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AccuracyOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AccuracyOptions as default
};
