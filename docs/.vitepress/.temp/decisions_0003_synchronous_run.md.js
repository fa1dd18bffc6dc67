import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"3. run is synchronous","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0003_synchronous_run.md","filePath":"decisions/0003_synchronous_run.md"}');
const _sfc_main = { name: "decisions/0003_synchronous_run.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="3-run-is-synchronous" tabindex="-1">3. <code>run</code> is synchronous <a class="header-anchor" href="#3-run-is-synchronous" aria-label="Permalink to &quot;3. \`run\` is synchronous&quot;">​</a></h1><p><strong>Decision.</strong> The training loop is a synchronous generator, <code>trainer.run()</code>. <code>fit</code> is the same loop, drained asynchronously with callbacks, an AbortSignal and air for the event loop.</p><p><strong>Why.</strong> A generator stops where its reader is. A learner calls <code>next()</code> and stands between backward and update, with all gradients in view. A unit test counts events with a <code>for</code> loop. There is one loop, so what a learner looks at is what <code>fit</code> runs.</p><p>Asynchronous iteration would cost a promise for each event, several in every iteration, which is much beside the iteration of a small network. WebAssembly compiles synchronously here for the same reason: a plan is needed between two iterations.</p><p>Values of phase events are built when they are read. Anyone who listens to <code>iterationEnd</code> alone pays for nothing else.</p><p>Where one event is a long time after the other, as in a validation or while a plan is made, the generator yields in between without telling anything. <code>fit</code> then looks at the clock; <code>run</code> computes such parts at once.</p><p><strong>What it costs.</strong> <code>run</code> blocks the event loop until it is drained or left. <code>fit</code> does for a phase at a time. In a browser a worker is the place for a long training.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0003_synchronous_run.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0003_synchronous_run = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0003_synchronous_run as default
};
