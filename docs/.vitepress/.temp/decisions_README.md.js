import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Decisions","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/README.md","filePath":"decisions/README.md"}');
const _sfc_main = { name: "decisions/README.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="decisions" tabindex="-1">Decisions <a class="header-anchor" href="#decisions" aria-label="Permalink to &quot;Decisions&quot;">​</a></h1><p>What a successor would question, and why it is so. One page each.</p><ol><li><a href="./0001_the_bit_contract.html">The bit contract</a></li><li><a href="./0002_factories_instead_of_classes.html">Factories instead of classes</a></li><li><a href="./0003_synchronous_run.html"><code>run</code> is synchronous</a></li><li><a href="./0004_own_polynomials.html">Our own polynomials</a></li><li><a href="./0005_eight_lanes.html">Reductions add in blocks of eight lanes, and join the blocks in pairs</a></li><li><a href="./0006_mean_over_samples.html">A loss is the mean over the samples</a></li><li><a href="./0007_webassembly_at_run_time.html">WebAssembly at run time, and what runs without it</a></li><li><a href="./0008_no_relaxed_simd.html">No relaxed SIMD, no fused multiply-add</a></li><li><a href="./0009_methods_need_no_polynomial.html">What needs a polynomial is no method</a></li><li><a href="./0010_a_training_at_rest.html">A training run at rest is counters and tensors</a></li><li><a href="./0011_one_room_for_execution.html">Execution: one room, traces without computing</a></li><li><a href="./0012_one_home_for_numbers.html">One home for numbers</a></li><li><a href="./0013_eager_operations.html">Eager operations go through a small memory</a></li><li><a href="./0014_our_own_zip.html">Zip archives are read and written by our own code</a></li><li><a href="./0015_classes_by_number.html">Whole numbers are classes where classes are asked for</a></li><li><a href="./0016_losses_say_what_they_take.html">A loss that does not take what the last layer makes is an error</a></li><li><a href="./0017_our_own_axes.html">Axes are our own, and no chart library draws</a></li><li><a href="./0018_threads.html">Threads take tiles of outputs, and none of them is needed</a></li><li><a href="./0019_ranks_as_types.html">The type of a tensor says its rank, and not its shape</a></li></ol></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/README.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const README = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  README as default
};
