import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ExportTraining","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interop/interfaces/ExportTraining.md","filePath":"api/epochal/interop/interfaces/ExportTraining.md"}');
const _sfc_main = { name: "api/epochal/interop/interfaces/ExportTraining.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/interop</a> / ExportTraining</p><h1 id="interface-exporttraining" tabindex="-1">Interface: ExportTraining <a class="header-anchor" href="#interface-exporttraining" aria-label="Permalink to &quot;Interface: ExportTraining&quot;">​</a></h1><p>What a training run continues with in another system.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-loss"></a> <code>loss?</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Loss.html"><code>Loss</code></a></td><td>For systems that keep it, which are those of Keras.</td></tr><tr><td><a id="property-optimizer"></a> <code>optimizer</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Optimizer.html"><code>Optimizer</code></a></td><td>-</td></tr><tr><td><a id="property-optimizerstate"></a> <code>optimizerState?</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/OptimizerStart.html"><code>OptimizerStart</code></a></td><td><code>{ tensors: trainer.optimizerState(), updates: trainer.iteration }</code>; default: from its beginning.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interop/interfaces/ExportTraining.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ExportTraining = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ExportTraining as default
};
