import { defineComponent, ref, onMounted, watch, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs } from "vue/server-renderer";
import { a as divergingPixels } from "./diverging.CBvtVwX0.js";
import { u as useWidth } from "./use_width.D8b87Crd.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const SHARPNESS = 2;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "decision_map",
  __ssrInlineRender: true,
  props: {
    map: {},
    area: {},
    inputs: {},
    classes: {},
    marked: {},
    label: {}
  },
  setup(__props) {
    const props = __props;
    const canvas = ref();
    const size = useWidth(canvas, 400);
    let small;
    function draw() {
      var _a, _b;
      const context = (_a = canvas.value) == null ? void 0 : _a.getContext("2d");
      if (!context) return;
      const cells = Math.sqrt(props.map.length);
      small ?? (small = document.createElement("canvas"));
      small.width = cells;
      small.height = cells;
      const image = divergingPixels(
        props.map.map((probability) => 2 * probability - 1),
        cells
      );
      (_b = small.getContext("2d")) == null ? void 0 : _b.putImageData(image, 0, 0);
      context.setTransform(SHARPNESS, 0, 0, -SHARPNESS, 0, SHARPNESS * size.value);
      context.drawImage(small, 0, 0, size.value, size.value);
      context.setTransform(SHARPNESS, 0, 0, SHARPNESS, 0, 0);
      const radius = size.value < 200 ? 3 : 4.5;
      const marked = new Set(props.marked);
      props.classes.forEach((one, sample) => {
        const x = position(props.inputs[2 * sample], props.area.x);
        const y = size.value - position(props.inputs[2 * sample + 1], props.area.y);
        context.beginPath();
        if (one === 0) context.arc(x, y, radius, 0, 2 * Math.PI);
        else context.rect(x - 0.9 * radius, y - 0.9 * radius, 1.8 * radius, 1.8 * radius);
        context.fillStyle = one === 0 ? "#0072b2" : "#b34700";
        context.fill();
        context.lineWidth = marked.has(sample) ? 2 * radius / 3 : 1;
        context.strokeStyle = marked.has(sample) ? "#000" : "#fff";
        context.stroke();
      });
    }
    const position = (value, [low, high]) => (value - low) / (high - low) * size.value;
    onMounted(draw);
    watch(() => [props.map, props.marked, props.inputs, size.value], draw, { flush: "post" });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<canvas${ssrRenderAttrs(mergeProps({
        ref_key: "canvas",
        ref: canvas,
        class: "decision-map",
        width: SHARPNESS * unref(size),
        height: SHARPNESS * unref(size),
        role: "img",
        "aria-label": __props.label
      }, _attrs))} data-v-d73d1bca></canvas>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/decision_map.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DecisionMap = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-d73d1bca"]]);
export {
  DecisionMap as D
};
