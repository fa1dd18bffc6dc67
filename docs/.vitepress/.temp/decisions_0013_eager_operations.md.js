import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"13. Eager operations go through a small memory","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0013_eager_operations.md","filePath":"decisions/0013_eager_operations.md"}');
const _sfc_main = { name: "decisions/0013_eager_operations.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="13-eager-operations-go-through-a-small-memory" tabindex="-1">13. Eager operations go through a small memory <a class="header-anchor" href="#13-eager-operations-go-through-a-small-memory" aria-label="Permalink to &quot;13. Eager operations go through a small memory&quot;">​</a></h1><p><strong>Decision.</strong> An operation outside of any plan copies its operands into a small WebAssembly memory part by part (64 KB for elementwise operations), runs an emitted kernel on each part, and copies the result out. Tensors stay arrays of JavaScript. Kernels with an emitted form of their own, such as the matrix product, copy whole operands.</p><p><strong>Why.</strong> Anyone who writes a metric or explores at a prompt should not get the slow half of the library. The other ways:</p><ul><li><em>All tensors in WebAssembly memory.</em> No copies, but somebody has to give the memory back. Peers ask their users to call <code>dispose</code>; a finalizer comes too late when each operation makes megabytes. Typed arrays are collected like everything else.</li><li><em>The operands as a whole, copied in and out.</em> The memory would grow with the largest tensor, and each copy would go through main memory. A part that stays in the first- or second-level cache costs little.</li></ul><p>A kernel is kept for an operation, its attributes and which operands are single numbers; lengths are arguments, so a few dozen kernels serve all shapes. A reduction takes parts that are a power of two of its blocks: such a part is one of the halves of <a href="./0005_eight_lanes.html">decision 5</a>, so joining parts gives the same bits.</p><p>A kernel is compiled once so many elements were asked for that compiling pays. Short tensors run the reference: the call would cost more than it saves. All caches are bounded, and the oldest entry goes.</p><p>Softmax, logSoftmax and cross entropies say that they compute row by row. Some rows at a time are copied in, all their operations run there, and the result is copied out. The kernel is made from a trace of the composition itself, not written a second time. In a trace, on the reference, and where gradients flow, the operations are what they are.</p><p><strong>What it costs.</strong> Two copies for each operation, and no fusion elsewhere: of a chain of operations each goes through the memory by itself. <code>compile</code> is for those. Code for this in every bundle that computes on tensors. float64, and kernels without an emitted form, stay as slow as their reference.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0013_eager_operations.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0013_eager_operations = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0013_eager_operations as default
};
