import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ExportTrainingOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/node/interfaces/ExportTrainingOptions.md","filePath":"api/epochal/node/interfaces/ExportTrainingOptions.md"}');
const _sfc_main = { name: "api/epochal/node/interfaces/ExportTrainingOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/node</a> / ExportTrainingOptions</p><h1 id="interface-exporttrainingoptions" tabindex="-1">Interface: ExportTrainingOptions <a class="header-anchor" href="#interface-exporttrainingoptions" aria-label="Permalink to &quot;Interface: ExportTrainingOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-earlystopping"></a> <code>earlyStopping?</code></td><td><code>readonly</code></td><td><code>StoppingOptions</code></td><td>Ends the training there as <code>earlyStopping</code> does here; it watches <code>validation.loss</code>.</td></tr><tr><td><a id="property-extras"></a> <code>extras?</code></td><td><code>readonly</code></td><td><a href="./../../persistence/interfaces/ModelExtras.html"><code>ModelExtras</code></a></td><td>What the model that comes back is to know: scalers, the schema, names.</td></tr><tr><td><a id="property-to"></a> <code>to?</code></td><td><code>readonly</code></td><td><code>&quot;torchrun&quot;</code></td><td>The engine that trains it there; <code>torchrun</code> is PyTorch&#39;s.</td></tr><tr><td><a id="property-train"></a> <code>train</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Dataset.html"><code>Dataset</code></a></td><td>-</td></tr><tr><td><a id="property-validation"></a> <code>validation?</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Dataset.html"><code>Dataset</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/node/interfaces/ExportTrainingOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ExportTrainingOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ExportTrainingOptions as default
};
