import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ImportedModel","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interop/interfaces/ImportedModel.md","filePath":"api/epochal/interop/interfaces/ImportedModel.md"}');
const _sfc_main = { name: "api/epochal/interop/interfaces/ImportedModel.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/interop</a> / ImportedModel</p><h1 id="interface-importedmodel" tabindex="-1">Interface: ImportedModel <a class="header-anchor" href="#interface-importedmodel" aria-label="Permalink to &quot;Interface: ImportedModel&quot;">​</a></h1><p>A model with what belongs to it: what <code>writeModel</code> and <code>saveModel</code> take as it is.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classnames"></a> <code>classNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Names of the classes, by number.</td></tr><tr><td><a id="property-epoch"></a> <code>epoch?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>What a training script calls the epoch in which it saved, often counted from 0.</td></tr><tr><td><a id="property-featurenames"></a> <code>featureNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Names of the columns of the inputs.</td></tr><tr><td><a id="property-loss"></a> <code>loss?</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Loss.html"><code>Loss</code></a></td><td>The loss that it was trained with, which knows what the outputs are.</td></tr><tr><td><a id="property-model"></a> <code>model</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Model.html"><code>Model</code></a></td><td>-</td></tr><tr><td><a id="property-report"></a> <code>report</code></td><td><code>readonly</code></td><td><a href="./ImportReport.html"><code>ImportReport</code></a></td><td>-</td></tr><tr><td><a id="property-scalers"></a> <code>scalers</code></td><td><code>readonly</code></td><td>readonly <a href="./../../data/interfaces/Scaler.html"><code>Scaler</code></a>[]</td><td>What is done to the inputs before the model, and undone to its outputs after it.</td></tr><tr><td><a id="property-task"></a> <code>task?</code></td><td><code>readonly</code></td><td><code>&quot;classification&quot;</code> | <code>&quot;regression&quot;</code></td><td>-</td></tr><tr><td><a id="property-training"></a> <code>training?</code></td><td><code>readonly</code></td><td><a href="./ImportedTraining.html"><code>ImportedTraining</code></a></td><td>How it was trained, where the file says it: each part that there is a counterpart for.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interop/interfaces/ImportedModel.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ImportedModel = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ImportedModel as default
};
