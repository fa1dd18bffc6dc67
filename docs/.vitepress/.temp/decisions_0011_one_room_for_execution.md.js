import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"11. Execution: one room, traces without computing","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0011_one_room_for_execution.md","filePath":"decisions/0011_one_room_for_execution.md"}');
const _sfc_main = { name: "decisions/0011_one_room_for_execution.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="11-execution-one-room-traces-without-computing" tabindex="-1">11. Execution: one room, traces without computing <a class="header-anchor" href="#11-execution-one-room-traces-without-computing" aria-label="Permalink to &quot;11. Execution: one room, traces without computing&quot;">​</a></h1><p><strong>Decision.</strong> Who executes an operation is decided in one place, <code>src/ops/execute/</code>: emitted code where it pays, the reference where it is asked for, and nobody while a computation is traced. A trace computes nothing, so plans are made before the first run. A computation is traced twice, and runs as it stands if the two traces differ.</p><p>An operation brings all its forms, in a body of one of six kinds. Executors and compiler look at the kind and never at which operation it is.</p><p><strong>Why one room.</strong> Where <code>apply</code> ran the reference, told a trace on the side, and the compiler knew single operations, every question (is this compiled? is it traced? may it look at numbers?) had several answers. Now an executor is an object with two functions, <code>run</code> and <code>assign</code>, and there are three of them.</p><p><strong>Why without computing.</strong> A trace that is taken from a real run costs a run of the slow form, for each size of batch, for validation and for prediction; and an iteration that was traced halfway is hard to take back. Shapes are known without numbers. Where memory or code is refused, nothing has happened yet.</p><p><strong>Why twice.</strong> A trace says what one call did. A loss that multiplies by <code>1 / k++</code> does something else in the next, and its number would be frozen without a word. Constants are part of the comparison. In training runs, functions of the user&#39;s own are compared again at each epoch, because callbacks change things between epochs. What the library makes is pure, and says so by <code>markPure</code>. Looking at numbers is noticed where they are read, in <code>Storage.data</code>, whichever way leads there.</p><p><strong>What it costs.</strong> A function is called twice before it runs, which one with a counter of its own notices. What it changes outside of tensors between two comparisons stays unseen, so the documents give a rule: numbers that change belong in tensors. A value-dependent branch cannot be compiled; it has to be written with <code>where</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0011_one_room_for_execution.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0011_one_room_for_execution = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0011_one_room_for_execution as default
};
