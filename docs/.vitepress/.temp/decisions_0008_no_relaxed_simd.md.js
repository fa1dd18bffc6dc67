import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"8. No relaxed SIMD, no fused multiply-add","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0008_no_relaxed_simd.md","filePath":"decisions/0008_no_relaxed_simd.md"}');
const _sfc_main = { name: "decisions/0008_no_relaxed_simd.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="8-no-relaxed-simd-no-fused-multiply-add" tabindex="-1">8. No relaxed SIMD, no fused multiply-add <a class="header-anchor" href="#8-no-relaxed-simd-no-fused-multiply-add" aria-label="Permalink to &quot;8. No relaxed SIMD, no fused multiply-add&quot;">​</a></h1><p><strong>Decision.</strong> Emitted code uses the instructions of the first version of WebAssembly, SIMD128 and bulk memory operations. Nothing of the relaxed SIMD proposal is used.</p><p><strong>Why.</strong> A relaxed instruction may give one of several results, and which one depends on the machine. The fused multiply-add is the most tempting of them: <code>a · b + c</code> rounded once where it exists, twice elsewhere. With it the same seed would train different weights on different processors, and no test on one machine could show it (<a href="./0001_the_bit_contract.html">decision 1</a>).</p><p>A second reason is reach. SIMD128 has been in the engines of all large browsers since 2023; relaxed SIMD is younger.</p><p><strong>What it costs.</strong> On a processor with two units for fused multiply-adds up to half of the peak rate of a matrix product. How much it is in practice can be seen in <a href="./../performance.html">Performance</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0008_no_relaxed_simd.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0008_no_relaxed_simd = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0008_no_relaxed_simd as default
};
