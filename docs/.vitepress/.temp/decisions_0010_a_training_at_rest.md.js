import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"10. A training run at rest is counters and tensors","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0010_a_training_at_rest.md","filePath":"decisions/0010_a_training_at_rest.md"}');
const _sfc_main = { name: "decisions/0010_a_training_at_rest.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="10-a-training-run-at-rest-is-counters-and-tensors" tabindex="-1">10. A training run at rest is counters and tensors <a class="header-anchor" href="#10-a-training-run-at-rest-is-counters-and-tensors" aria-label="Permalink to &quot;10. A training run at rest is counters and tensors&quot;">​</a></h1><p><strong>Decision.</strong> A checkpoint holds weights, the optimizer&#39;s state, counters, the sums of the epoch under way, the history, and what callbacks have to remember. It holds no generator of random numbers, no order of samples and no schedule: these are functions of the seed and of the counters.</p><p><strong>Why.</strong> What has no state cannot be saved wrongly. Other libraries save the state of their random generators, and of several of them, and then say that a resumed training is nearly the same. Here a test takes a checkpoint at every event of a training run with dropout, momentum, a schedule, early stopping, an average of the weights and a smaller last batch, makes everything anew, continues, and compares bits.</p><p>A callback may ask for a checkpoint at <code>iterationEnd</code>, <code>epochEnd</code> and <code>trainStop</code> only, and it is taken after all callbacks were told, so that none of them is ahead of the others. <code>trainStop</code> is an event of its own for this: at <code>trainEnd</code> early stopping may already have put its best weights back, from which nobody wants to continue.</p><p>What the Trainer was made with is saved as a <em>recipe</em>, to be compared and not to be rebuilt: losses, layers and schedules may be functions, which no file can hold. A difference is an error, unless it is allowed by name.</p><p><strong>What it costs.</strong> Anyone who resumes makes the same Trainer again, in code. A stream has to give the same samples again, and what was used of the epoch is read over. A schedule that stretches over the whole training run is another one when <code>epochs</code> is.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0010_a_training_at_rest.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0010_a_training_at_rest = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0010_a_training_at_rest as default
};
