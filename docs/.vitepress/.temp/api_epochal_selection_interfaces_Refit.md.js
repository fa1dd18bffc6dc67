import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Refit","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/Refit.md","filePath":"api/epochal/selection/interfaces/Refit.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/Refit.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / Refit</p><h1 id="interface-refit" tabindex="-1">Interface: Refit <a class="header-anchor" href="#interface-refit" aria-label="Permalink to &quot;Interface: Refit&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-history"></a> <code>history</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/HistoryData.html"><code>HistoryData</code></a></td><td>-</td></tr><tr><td><a id="property-model"></a> <code>model</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Model.html"><code>Model</code></a></td><td>-</td></tr><tr><td><a id="property-scalers"></a> <code>scalers</code></td><td><code>readonly</code></td><td>readonly <a href="./../../data/interfaces/Scaler.html"><code>Scaler</code></a>[]</td><td>Fitted on all of the data: to be applied, in this order, to what the model is asked.</td></tr><tr><td><a id="property-trainer"></a> <code>trainer</code></td><td><code>readonly</code></td><td><a href="./../../classes/Trainer.html"><code>Trainer</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/Refit.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Refit = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Refit as default
};
