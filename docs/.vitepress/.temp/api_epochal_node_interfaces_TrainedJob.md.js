import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TrainedJob","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/node/interfaces/TrainedJob.md","filePath":"api/epochal/node/interfaces/TrainedJob.md"}');
const _sfc_main = { name: "api/epochal/node/interfaces/TrainedJob.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/node</a> / TrainedJob</p><h1 id="interface-trainedjob" tabindex="-1">Interface: TrainedJob <a class="header-anchor" href="#interface-trainedjob" aria-label="Permalink to &quot;Interface: TrainedJob&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Complete epochs, in total.</td></tr><tr><td><a id="property-iteration"></a> <code>iteration</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Updates, in total.</td></tr><tr><td><a id="property-predictor"></a> <code>predictor</code></td><td><code>readonly</code></td><td><a href="./../../persistence/interfaces/Predictor.html"><code>Predictor</code></a></td><td>The model with its new weights, and what it knew of its data.</td></tr><tr><td><a id="property-processes"></a> <code>processes</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many processes trained.</td></tr><tr><td><a id="property-reason"></a> <code>reason</code></td><td><code>readonly</code></td><td><code>string</code> | <code>undefined</code></td><td>Why early stopping has ended it, if it has.</td></tr><tr><td><a id="property-state"></a> <code>state</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/TrainingState.html"><code>TrainingState</code></a></td><td>The training run as if it had been trained here: <code>trainer.resume(state)</code>, <code>saveCheckpoint(path, state)</code>. Its weights are those of the last iteration; the best ones, where early stopping keeps them, are those of the predictor.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/node/interfaces/TrainedJob.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TrainedJob = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TrainedJob as default
};
