import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"2. Factories instead of classes","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0002_factories_instead_of_classes.md","filePath":"decisions/0002_factories_instead_of_classes.md"}');
const _sfc_main = { name: "decisions/0002_factories_instead_of_classes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="2-factories-instead-of-classes" tabindex="-1">2. Factories instead of classes <a class="header-anchor" href="#2-factories-instead-of-classes" aria-label="Permalink to &quot;2. Factories instead of classes&quot;">​</a></h1><p><strong>Decision.</strong> A class is used where there is identity or a lifecycle: <code>Tensor</code>, <code>Trainer</code>, errors. All else is a function that returns a readonly object: layers, losses, optimizers, schedules, metrics, scalers.</p><p><strong>Why.</strong> A layer such as <code>dense({ units: 64 })</code> is a description. It knows no shapes and no parameters until <code>sequential</code> builds it for an input shape. So</p><ul><li>a shape that does not fit is an error at construction, which names the layer;</li><li>an architecture is JSON, and a model can be made anew from it, for cross-validation or for loading;</li><li>one description can be built many times, and nothing is shared by accident.</li></ul><p>Losses, optimizers and schedules hold no state either. An optimizer is <code>{ init, update }</code>, both pure; its state is tensors that the Trainer keeps. A schedule is a function of a counter. Nothing mutates another object&#39;s options, and everything can be traced and compiled because it is written in operations.</p><p><strong>What it costs.</strong> <code>instanceof dense</code> does not exist; <code>layer.type</code> says what a layer is. Extending one of ours means writing a function that calls it.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0002_factories_instead_of_classes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0002_factories_instead_of_classes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0002_factories_instead_of_classes as default
};
