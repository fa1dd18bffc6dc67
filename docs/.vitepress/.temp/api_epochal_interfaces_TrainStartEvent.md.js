import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TrainStartEvent","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/TrainStartEvent.md","filePath":"api/epochal/interfaces/TrainStartEvent.md"}');
const _sfc_main = { name: "api/epochal/interfaces/TrainStartEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / TrainStartEvent</p><h1 id="interface-trainstartevent" tabindex="-1">Interface: TrainStartEvent <a class="header-anchor" href="#interface-trainstartevent" aria-label="Permalink to &quot;Interface: TrainStartEvent&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-backend"></a> <code>backend</code></td><td><code>readonly</code></td><td><code>&quot;reference&quot;</code> | <code>&quot;wasm&quot;</code></td><td>-</td></tr><tr><td><a id="property-monitors"></a> <code>monitors?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>What can be watched in this training, by name: <code>loss</code>, <code>validation.loss</code>, <code>validation.accuracy</code>. A Trainer always says it.</td></tr><tr><td><a id="property-plan"></a> <code>plan</code></td><td><code>readonly</code></td><td><a href="./TrainingPlan.html"><code>TrainingPlan</code></a></td><td>-</td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>readonly</code></td><td><code>&quot;trainStart&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/TrainStartEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TrainStartEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TrainStartEvent as default
};
