import { defineComponent, useModel, mergeProps, mergeModels, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrIncludeBooleanAttr, ssrRenderAttr } from "vue/server-renderer";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "run_slider",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    unit: {},
    last: {},
    text: {}
  }, {
    "modelValue": { required: true },
    "modelModifiers": {}
  }),
  emits: ["update:modelValue"],
  setup(__props) {
    const at = useModel(__props, "modelValue");
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({ class: "lab-slider" }, _attrs))}><button type="button"${ssrIncludeBooleanAttr(at.value <= 0) ? " disabled" : ""}${ssrRenderAttr("aria-label", `One ${__props.unit} back`)}> ◀ </button><input${ssrRenderAttr("value", at.value)} type="range" min="0"${ssrRenderAttr("max", __props.last)} step="1" name="at"${ssrRenderAttr("aria-label", __props.unit)}${ssrRenderAttr("aria-valuetext", __props.text)}><button type="button"${ssrIncludeBooleanAttr(at.value >= __props.last) ? " disabled" : ""}${ssrRenderAttr("aria-label", `One ${__props.unit} on`)}> ▶ </button></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/run_slider.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  _sfc_main as _
};
