import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: BinaryAccuracyOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/BinaryAccuracyOptions.md","filePath":"api/epochal/interfaces/BinaryAccuracyOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/BinaryAccuracyOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / BinaryAccuracyOptions</p><h1 id="interface-binaryaccuracyoptions" tabindex="-1">Interface: BinaryAccuracyOptions <a class="header-anchor" href="#interface-binaryaccuracyoptions" aria-label="Permalink to &quot;Interface: BinaryAccuracyOptions&quot;">​</a></h1><p><code>meanSquaredError</code> and <code>meanAbsoluteError</code> are metrics too: see <code>losses/loss_and_metric.ts</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-threshold"></a> <code>threshold</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Above it an output says 1, otherwise 0: 0.5 for probabilities, 0 for logits.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/BinaryAccuracyOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BinaryAccuracyOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BinaryAccuracyOptions as default
};
