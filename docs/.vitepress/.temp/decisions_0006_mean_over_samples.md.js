import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"6. A loss is the mean over the samples","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0006_mean_over_samples.md","filePath":"decisions/0006_mean_over_samples.md"}');
const _sfc_main = { name: "decisions/0006_mean_over_samples.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="6-a-loss-is-the-mean-over-the-samples" tabindex="-1">6. A loss is the mean over the samples <a class="header-anchor" href="#6-a-loss-is-the-mean-over-the-samples" aria-label="Permalink to &quot;6. A loss is the mean over the samples&quot;">​</a></h1><p><strong>Decision.</strong> A loss gives a number for each sample; several outputs of a sample are averaged within it (or summed over classes, where the formula says so). The loss of a batch is <code>Σ wᵢ lᵢ / n</code>, where n is the number of samples, not the sum of the weights.</p><p><strong>Why.</strong> So that parts add up to the whole. The loss of an epoch is the mean over its samples, whatever the sizes of the batches. A micro-batch contributes by its share of the samples, and gradient accumulation gives the update of the whole batch. Dividing by the sum of the weights, as some libraries do, makes a sample&#39;s influence depend on who else is in its batch.</p><p>With class weights too the divisor is n. PyTorch divides by the sum of the weights; the difference is a factor that a learning rate absorbs when weights are the same in each batch, and a silent reweighting of batches when they are not.</p><p><strong>What it costs.</strong> Weighted losses are not comparable with those of libraries that divide otherwise. Weights with a mean of 1 make them so on average.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0006_mean_over_samples.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0006_mean_over_samples = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0006_mean_over_samples as default
};
