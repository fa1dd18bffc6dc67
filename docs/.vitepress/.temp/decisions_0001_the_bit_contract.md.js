import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"1. The bit contract","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0001_the_bit_contract.md","filePath":"decisions/0001_the_bit_contract.md"}');
const _sfc_main = { name: "decisions/0001_the_bit_contract.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="1-the-bit-contract" tabindex="-1">1. The bit contract <a class="header-anchor" href="#1-the-bit-contract" aria-label="Permalink to &quot;1. The bit contract&quot;">​</a></h1><p><strong>Decision.</strong> Every operation has a readable reference in TypeScript. Every faster version gives the same bits. So do one seed on any engine and machine, a training run that was interrupted and continued, and a sample in whatever batch it comes.</p><p><strong>Why.</strong> A fast path that is &quot;close&quot; has to be trusted. One that is equal can be tested: run both, compare with <code>Object.is</code>. It can be switched on and off, and a reader of the slow version knows what the fast version does. A learning curve that can be reproduced to the bit makes every regression visible, and an experiment means the same on another machine.</p><p><strong>What it asks for.</strong></p><ul><li>Float32 arithmetic rounds after every operation, in the reference too (<code>Math.fround</code>).</li><li>No operation whose result a language standard leaves open: no <code>Math.exp</code>, no <code>Math.pow</code> (<a href="./0004_own_polynomials.html">decision 4</a>), no relaxed SIMD (<a href="./0008_no_relaxed_simd.html">decision 8</a>).</li><li>A written order for every sum (<a href="./0005_eight_lanes.html">decision 5</a>).</li><li>Fusion may remove stores, never roundings. Threads may split outputs, never a sum.</li><li>Random numbers come from named streams of one seed, or from a hash of a counter. <code>Math.random</code> never occurs, and a test looks for it.</li></ul><p><strong>Batch invariance.</strong> A sample has the same bits alone and in any batch, of whatever size and wherever it stands in it: <code>predict</code> of one row is that row of <code>predict</code> of a thousand, on either backend. It follows from the written orders: no sum of a sample runs over another sample, and the order of a sum depends on its own length only, not on how many of them there are. Elsewhere the size of a batch chooses the kernel, and with it the order. A test holds every layer to it, in evaluation mode; in training, batchNorm looks at the whole batch by definition, and dropout and noise are drawn for the place in the batch.</p><p><strong>What is outside.</strong> The payload and sign of NaN, which engines choose. float64 runs on the reference only.</p><p><strong>What it costs.</strong> A fused multiply-add would be faster on some machines, and a vendor&#39;s <code>exp</code> may be. Both are given up. A change of a single bit of a seeded training is a breaking change of the library.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0001_the_bit_contract.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0001_the_bit_contract = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0001_the_bit_contract as default
};
