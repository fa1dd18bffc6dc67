import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"16. A loss that does not take what the last layer makes is an error","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0016_losses_say_what_they_take.md","filePath":"decisions/0016_losses_say_what_they_take.md"}');
const _sfc_main = { name: "decisions/0016_losses_say_what_they_take.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="16-a-loss-that-does-not-take-what-the-last-layer-makes-is-an-error" tabindex="-1">16. A loss that does not take what the last layer makes is an error <a class="header-anchor" href="#16-a-loss-that-does-not-take-what-the-last-layer-makes-is-an-error" aria-label="Permalink to &quot;16. A loss that does not take what the last layer makes is an error&quot;">​</a></h1><p><strong>Decided:</strong> a network that ends with softmax, sigmoid, hardSigmoid, logSoftmax or a dense layer makes something that is known: probabilities, their logarithms, or any numbers. A loss says in its name what it takes. The Trainer and <code>evaluate</code> refuse a pair that does not agree, before anything is computed.</p><p><strong>Why:</strong> softmax before <code>softmaxCrossEntropy</code> is the commonest silent mistake of those who come from elsewhere. The network still learns: on iris three epochs or three hundred look almost right, with losses that never fall below ln(1 + 2/e) = 0.55 for three classes. A warning is read by nobody in a notebook or a test suite, and a library that has no other warnings would need a channel for it.</p><p><strong>What it costs:</strong> logSoftmax before <code>softmaxCrossEntropy</code> computes the same thing twice and is right; it is refused, too, for the sake of one rule. To see what the mistake does, write the layer as a function, <code>(x) =&gt; softmax(x)</code>, of which nothing is assumed. A layer of the program&#39;s own may say what it makes by <code>outputs</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0016_losses_say_what_they_take.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0016_losses_say_what_they_take = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0016_losses_say_what_they_take as default
};
