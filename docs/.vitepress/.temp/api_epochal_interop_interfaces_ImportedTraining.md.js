import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ImportedTraining","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interop/interfaces/ImportedTraining.md","filePath":"api/epochal/interop/interfaces/ImportedTraining.md"}');
const _sfc_main = { name: "api/epochal/interop/interfaces/ImportedTraining.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/interop</a> / ImportedTraining</p><h1 id="interface-importedtraining" tabindex="-1">Interface: ImportedTraining <a class="header-anchor" href="#interface-importedtraining" aria-label="Permalink to &quot;Interface: ImportedTraining&quot;">​</a></h1><p>How it was trained there, each part that there is a counterpart for, as options of a Trainer.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batchsize"></a> <code>batchSize?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-clip"></a> <code>clip?</code></td><td><code>readonly</code></td><td><code>object</code></td><td>-</td></tr><tr><td><code>clip.globalNorm?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><code>clip.norm?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><code>clip.value?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-epochs"></a> <code>epochs?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many epochs one begins with there.</td></tr><tr><td><a id="property-loss"></a> <code>loss?</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Loss.html"><code>Loss</code></a></td><td>-</td></tr><tr><td><a id="property-metrics"></a> <code>metrics?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../../interfaces/Metric.html"><code>Metric</code></a>&gt;&gt;</td><td>-</td></tr><tr><td><a id="property-optimizer"></a> <code>optimizer?</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Optimizer.html"><code>Optimizer</code></a></td><td>-</td></tr><tr><td><a id="property-optimizerstate"></a> <code>optimizerState?</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/OptimizerStart.html"><code>OptimizerStart</code></a></td><td>Where the optimizer continues, if the file says it: its momenta, and how many updates there were.</td></tr><tr><td><a id="property-shuffle"></a> <code>shuffle?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interop/interfaces/ImportedTraining.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ImportedTraining = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ImportedTraining as default
};
