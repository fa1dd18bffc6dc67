import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"7. WebAssembly at run time, and what runs without it","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0007_webassembly_at_run_time.md","filePath":"decisions/0007_webassembly_at_run_time.md"}');
const _sfc_main = { name: "decisions/0007_webassembly_at_run_time.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="7-webassembly-at-run-time-and-what-runs-without-it" tabindex="-1">7. WebAssembly at run time, and what runs without it <a class="header-anchor" href="#7-webassembly-at-run-time-and-what-runs-without-it" aria-label="Permalink to &quot;7. WebAssembly at run time, and what runs without it&quot;">​</a></h1><p><strong>Decision.</strong> The library emits WebAssembly when it runs: for a training run, the shapes at hand; for single operations, small kernels (<a href="./0013_eager_operations.html">decision 13</a>). There is no binary in the repository or the package. Where code cannot be compiled, the reference runs.</p><p><strong>Why.</strong> A kernel that is emitted for a plan knows every size, stride and address. Elementwise chains are fused as they occur in a user&#39;s network, and no kernel has to be general. The assembler is TypeScript of ours, about 1,400 lines, which a reader can follow from a formula to its bytes; a tool chain could not be read in the same way, and its output would be another artifact to trust.</p><p><strong>Content-security policies.</strong> A page may forbid code generation. Compiling WebAssembly needs <code>wasm-unsafe-eval</code> in <code>script-src</code>. It is probed once, by compiling a module of a few bytes; if that is refused, all computing is left to the reference, with the same bits. <code>trainer.backend</code> says which one runs. <code>ndarray</code>, which offers its views through <code>new Function</code>, is used for exchange only: no kernel depends on it.</p><p><strong>What it costs.</strong> Compiling takes time before the first batch of each size, so a training run of very few iterations gains nothing. An operation without a compiled form runs its reference between compiled parts.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0007_webassembly_at_run_time.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0007_webassembly_at_run_time = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0007_webassembly_at_run_time as default
};
