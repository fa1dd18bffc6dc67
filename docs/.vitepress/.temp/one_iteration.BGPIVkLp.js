import { defineComponent, ref, computed, mergeProps, unref, useSSRContext, watch, withCtx, isRef, openBlock, createBlock, Fragment, createVNode, renderList, toDisplayString, createTextVNode, createCommentVNode, withDirectives, vModelText } from "vue";
import { ssrRenderAttrs, ssrRenderList, ssrRenderClass, ssrRenderAttr, ssrInterpolate, ssrRenderComponent, ssrIncludeBooleanAttr } from "vue/server-renderer";
import { w as whole, c as choice, u as useLab, _ as _sfc_main$3 } from "./use_lab.C-AEhXHf.js";
import { f as fixedText, w as withMinus } from "./number_text.CrPAnFPp.js";
import { u as useWidth } from "./use_width.D8b87Crd.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { _ as _sfc_main$4 } from "./run_slider.dOl0Lioh.js";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
const PHASES = ["forward", "loss", "backward", "update"];
const REACH = 1;
const HIDDEN = ["h1", "h2", "h3"];
const WEIGHTS = [
  ...["x1", "x2", "bias"].flatMap((from) => HIDDEN.map((to) => `${from}-${to}`)),
  ...[...HIDDEN, "bias"].map((from) => `${from}-y`)
];
function tangentAt({ before, gradient }, loss, value) {
  return loss + gradient * (value - before);
}
const oneIteration = {
  name: "one_iteration",
  fields: [
    whole("batchSize", "Batch size", 4, [1, 4]),
    choice("learningRate", "Learning rate", "0.25", ["0.0625", "0.125", "0.25", "0.5", "1"]),
    whole("epochs", "Epochs", 10, [1, 50]),
    whole("seed", "Seed", 7, [0, 9999]),
    { ...whole("sample", "Sample of the batch", 1, [1, 4]), afterwards: true },
    { ...choice("weight", "Weight", WEIGHTS[0], WEIGHTS), afterwards: true },
    {
      kind: "number",
      name: "drag",
      label: "Drag",
      low: -REACH,
      high: REACH,
      spacing: 0.01,
      initial: 0,
      afterwards: true
    }
  ],
  author: "11f9949ac12a5aedd98ae2f9682bafa8177e91849f10be77703c411bb7afe7b8"
};
function placeAt(at) {
  return { iteration: Math.floor(at / PHASES.length) + 1, phase: PHASES[at % PHASES.length] };
}
function sumOf(terms) {
  return terms.reduce((sum, { product }) => Math.fround(sum + product), 0);
}
const _sfc_main$2 = /* @__PURE__ */ defineComponent({
  __name: "iteration_network",
  __ssrInlineRender: true,
  props: {
    current: {},
    sample: {},
    phase: {},
    chosen: {}
  },
  emits: ["take"],
  setup(__props, { emit: __emit }) {
    const props = __props;
    const picture = ref();
    const width = useWidth(picture);
    const NARROW = {
      width: 440,
      height: 360,
      x: [36, 220, 404],
      rows: { in: [100, 260], hidden: [40, 180, 320], out: [180] },
      radius: 30,
      label: 56,
      /** Where labels lie on the lines from either input: those of lines that cross do not meet. */
      places: [0.33, 0.67]
    };
    const WIDE = {
      width: 640,
      height: 320,
      x: [70, 320, 570],
      rows: { in: [90, 230], hidden: [50, 160, 270], out: [160] },
      radius: 34,
      label: 68,
      places: [0.36, 0.66]
    };
    const layout = computed(() => width.value < 480 ? NARROW : WIDE);
    const reached = computed(() => PHASES.indexOf(props.phase));
    const pulled = computed(() => reached.value >= 2);
    const edges = computed(
      () => props.current.connections.flatMap((connection, index) => {
        const { layer, input, unit } = connection;
        if (input === void 0) return [];
        const { x, rows, places } = layout.value;
        const first = layer === "layers.0";
        const [x1, y1] = first ? [x[0], rows.in[input]] : [x[1], rows.hidden[input]];
        const [x2, y2] = first ? [x[1], rows.hidden[unit]] : [x[2], rows.out[0]];
        const part = first ? places[input] : 0.5;
        const at = { x: x1 + part * (x2 - x1), y: y1 + part * (y2 - y1) };
        return [{ connection, index, line: `M${x1} ${y1}L${x2} ${y2}`, ...at }];
      })
    );
    const units = computed(() => {
      const { x, rows } = layout.value;
      const { inputs, hidden, output } = props.sample;
      return [
        ...rows.in.map((y, i) => ({ name: `x${i + 1}`, x: x[0], y, text: String(inputs[i]) })),
        ...rows.hidden.map((y, i) => ({ name: `h${i + 1}`, x: x[1], y, text: fixedText(hidden[i]) })),
        { name: "y", x: x[2], y: rows.out[0], text: fixedText(output) }
      ];
    });
    function labelOf({ before, gradient, after }) {
      if (props.phase === "backward") return `∂ ${fixedText(gradient)}`;
      return fixedText(props.phase === "update" ? after : before);
    }
    const text = computed(
      () => `The network after ${props.phase}: inputs ${props.sample.inputs.join(" and ")}, output ${fixedText(props.sample.output)}`
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<svg${ssrRenderAttrs(mergeProps({
        ref_key: "picture",
        ref: picture,
        class: "network",
        viewBox: `0 0 ${layout.value.width} ${layout.value.height}`,
        role: "img",
        "aria-label": text.value
      }, _attrs))} data-v-b680714a><!--[-->`);
      ssrRenderList(edges.value, (edge) => {
        _push(`<g class="${ssrRenderClass([{ chosen: edge.index === __props.chosen, pulled: pulled.value }, "line"])}" data-v-b680714a><path class="wide"${ssrRenderAttr("d", edge.line)} data-v-b680714a></path><path${ssrRenderAttr("d", edge.line)}${ssrRenderAttr("stroke-width", 1 + 3 * Math.min(1, Math.abs(edge.connection.before)))}${ssrRenderAttr("stroke-dasharray", edge.connection.before < 0 ? "6 4" : "")} data-v-b680714a></path></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(edges.value, (edge) => {
        _push(`<g class="${ssrRenderClass([{ chosen: edge.index === __props.chosen, changes: __props.phase === "update", pulled: pulled.value }, "edge"])}" data-v-b680714a><rect${ssrRenderAttr("x", edge.x - layout.value.label / 2)}${ssrRenderAttr("y", edge.y - 12)}${ssrRenderAttr("width", layout.value.label)} height="24" rx="6" data-v-b680714a></rect><text${ssrRenderAttr("x", edge.x)}${ssrRenderAttr("y", edge.y + 5)} data-v-b680714a>${ssrInterpolate(labelOf(edge.connection))}</text></g>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(units.value, (unit) => {
        _push(`<g data-v-b680714a><circle${ssrRenderAttr("cx", unit.x)}${ssrRenderAttr("cy", unit.y)}${ssrRenderAttr("r", layout.value.radius)} data-v-b680714a></circle><text${ssrRenderAttr("x", unit.x)}${ssrRenderAttr("y", unit.y - 5)} class="name" data-v-b680714a>${ssrInterpolate(unit.name)}</text><text${ssrRenderAttr("x", unit.x)}${ssrRenderAttr("y", unit.y + 13)} data-v-b680714a>${ssrInterpolate(unit.text)}</text></g>`);
      });
      _push(`<!--]--><g class="of-output"${ssrRenderAttr("transform", `translate(${layout.value.x[2]} ${layout.value.rows.out[0]})`)} data-v-b680714a><text${ssrRenderAttr("y", layout.value.radius + 22)} class="name" data-v-b680714a>target ${ssrInterpolate(__props.sample.target)}</text>`);
      if (reached.value >= 1) {
        _push(`<!--[--><text${ssrRenderAttr("y", -layout.value.radius - 28)} class="name" data-v-b680714a>batch loss</text><text${ssrRenderAttr("y", -layout.value.radius - 10)} class="loss" data-count="loss"${ssrRenderAttr("data-exact", __props.current.loss)} data-v-b680714a>${ssrInterpolate(unref(fixedText)(__props.current.loss))}</text><!--]-->`);
      } else {
        _push(`<!---->`);
      }
      _push(`</g></svg>`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/iteration_network.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const IterationNetwork = /* @__PURE__ */ _export_sfc(_sfc_main$2, [["__scopeId", "data-v-b680714a"]]);
const HEIGHT = 240;
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "tangent_chart",
  __ssrInlineRender: true,
  props: {
    curve: {},
    tangent: { type: Function },
    here: {},
    dragged: {},
    name: {}
  },
  setup(__props) {
    const props = __props;
    const picture = ref();
    const width = useWidth(picture, 480);
    const INSET = { left: 50, right: 14, top: 12, bottom: 42 };
    const chart = computed(() => {
      const losses = props.curve.map(([, loss2]) => loss2);
      const [low, high] = [props.curve[0][0], props.curve[props.curve.length - 1][0]];
      const x = scaleLinear([low, high], [INSET.left, width.value - INSET.right]);
      const y = scaleLinear(
        [Math.min(0, ...losses), Math.max(...losses)],
        [HEIGHT - INSET.bottom, INSET.top]
      ).nice();
      const path = line(
        ([value2]) => x(value2),
        ([, loss2]) => y(loss2)
      );
      const ends = [low, high].map((value2) => [value2, props.tangent(value2)]);
      const [value, loss] = props.dragged;
      return {
        curve: path(props.curve) ?? "",
        tangent: path(ends) ?? "",
        xTicks: x.ticks(5).map((at) => ({ at: x(at), text: withMinus(String(at)) })),
        yTicks: y.ticks(4).map((at) => ({ at: y(at), text: String(at) })),
        here: props.here,
        hereAt: { x: x(props.here[0]), y: y(props.here[1]) },
        point: { x: x(value), y: y(loss), tangent: y(props.tangent(value)) }
      };
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "lab-chart tangent" }, _attrs))} data-v-a35fbada><ul class="lab-legend" aria-label="Lines" data-v-a35fbada><li data-v-a35fbada><svg width="28" height="10" aria-hidden="true" data-v-a35fbada><path d="M1 5H27" class="series-0" data-v-a35fbada></path></svg>loss of this batch</li><li data-v-a35fbada><svg width="28" height="10" aria-hidden="true" data-v-a35fbada><path d="M1 5H27" class="series-1" stroke-dasharray="8 4" data-v-a35fbada></path></svg>tangent: its slope is the gradient</li></ul><svg${ssrRenderAttr("viewBox", `0 0 ${unref(width)} ${HEIGHT}`)} role="img"${ssrRenderAttr("aria-label", `Loss over the weight ${__props.name}, with the tangent at its present value; the numbers are in the text`)} data-v-a35fbada><defs data-v-a35fbada><clipPath id="tangent-inside" data-v-a35fbada><rect${ssrRenderAttr("x", INSET.left)}${ssrRenderAttr("y", INSET.top)}${ssrRenderAttr("width", unref(width) - INSET.left - INSET.right)}${ssrRenderAttr("height", HEIGHT - INSET.top - INSET.bottom)} data-v-a35fbada></rect></clipPath></defs><g class="axis" data-v-a35fbada><!--[-->`);
      ssrRenderList(chart.value.yTicks, (tick) => {
        _push(`<!--[--><path${ssrRenderAttr("d", `M${INSET.left} ${tick.at}H${unref(width) - INSET.right}`)} data-v-a35fbada></path><text${ssrRenderAttr("x", INSET.left - 8)}${ssrRenderAttr("y", tick.at + 4)} text-anchor="end" data-v-a35fbada>${ssrInterpolate(tick.text)}</text><!--]-->`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(chart.value.xTicks, (tick) => {
        _push(`<text${ssrRenderAttr("x", tick.at)}${ssrRenderAttr("y", HEIGHT - INSET.bottom + 18)} text-anchor="middle" data-v-a35fbada>${ssrInterpolate(tick.text)}</text>`);
      });
      _push(`<!--]--><text${ssrRenderAttr("x", unref(width) - INSET.right)}${ssrRenderAttr("y", HEIGHT - 6)} text-anchor="end" data-v-a35fbada>weight ${ssrInterpolate(__props.name)}</text></g><g clip-path="url(#tangent-inside)" data-v-a35fbada><path${ssrRenderAttr("d", chart.value.tangent)} class="series-1" stroke-dasharray="8 4" data-v-a35fbada></path><path${ssrRenderAttr("d", chart.value.curve)} class="series-0" data-v-a35fbada></path><path class="gap"${ssrRenderAttr("d", `M${chart.value.point.x} ${chart.value.point.y}V${chart.value.point.tangent}`)} data-v-a35fbada></path></g><circle${ssrRenderAttr("cx", chart.value.hereAt.x)}${ssrRenderAttr("cy", chart.value.hereAt.y)} r="4" class="here" data-v-a35fbada></circle><circle${ssrRenderAttr("cx", chart.value.point.x)}${ssrRenderAttr("cy", chart.value.point.y)} r="7" class="series-0 mark-dot" data-v-a35fbada></circle></svg></figure>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/tangent_chart.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const TangentChart = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-a35fbada"]]);
const PULL = 200;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "one_iteration",
  __ssrInlineRender: true,
  setup(__props) {
    const { values, at, result, running, answer, ask, frame, isShown } = useLab(oneIteration);
    const last = computed(() => {
      var _a;
      return PHASES.length * (((_a = result.value) == null ? void 0 : _a.iterations.length) ?? 1) - 1;
    });
    const place = computed(() => placeAt(Math.min(at.value, last.value)));
    const current = computed(() => {
      var _a;
      return (_a = result.value) == null ? void 0 : _a.iterations[place.value.iteration - 1];
    });
    const reached = computed(() => PHASES.indexOf(place.value.phase));
    const chosenSample = computed(
      () => {
        var _a;
        return Math.min(Number(values.sample), ((_a = current.value) == null ? void 0 : _a.samples.length) ?? 1) - 1;
      }
    );
    const sample = computed(() => {
      var _a;
      return (_a = current.value) == null ? void 0 : _a.samples[chosenSample.value];
    });
    const chosen = computed(() => WEIGHTS.indexOf(String(values.weight)));
    const one = computed(() => {
      var _a;
      return (_a = current.value) == null ? void 0 : _a.connections[chosen.value];
    });
    const offset = computed(() => Number(values.drag));
    function choose(index) {
      if (index !== chosen.value) values.drag = 0;
      values.weight = WEIGHTS[index];
    }
    watch([result, chosen, reached, () => place.value.iteration, offset], () => {
      if (running.value || one.value === void 0 || reached.value < 2) return;
      const value = one.value.before + offset.value;
      ask({ iteration: place.value.iteration, connection: chosen.value, value });
    });
    const drag = computed(() => {
      var _a;
      const { iteration } = place.value;
      const isThis = ((_a = answer.value) == null ? void 0 : _a.iteration) === iteration && answer.value.connection === chosen.value;
      return reached.value >= 2 && isThis ? answer.value : void 0;
    });
    const tangent = (value) => one.value && current.value ? tangentAt(one.value, current.value.loss, value) : Number.NaN;
    function dragFrom(event, index) {
      choose(index);
      if (reached.value < 2) return;
      const handle = event.currentTarget;
      handle.setPointerCapture(event.pointerId);
      const begin = { x: event.clientX, offset: offset.value };
      const move = (now) => {
        const moved = begin.offset + REACH * (now.clientX - begin.x) / PULL;
        values.drag = Math.max(-REACH, Math.min(REACH, Math.round(moved * 100) / 100));
      };
      const end = () => {
        handle.removeEventListener("pointermove", move);
        handle.removeEventListener("pointerup", end);
        handle.removeEventListener("pointercancel", end);
      };
      handle.addEventListener("pointermove", move);
      handle.addEventListener("pointerup", end);
      handle.addEventListener("pointercancel", end);
    }
    function nameOf(index) {
      const [from, to] = WEIGHTS[index].split("-");
      return from === "bias" ? `bias of ${to}` : `${from} → ${to}`;
    }
    const long = (value) => fixedText(value, 6);
    const signed = (value) => `${value > 0 ? "+" : ""}${withMinus(value.toFixed(2))}`;
    const exact = (value) => withMinus(String(value));
    const SENTENCES = {
      forward: "Forward: each sample goes through the network. Weights are used, nothing changes.",
      loss: "Loss: one number for the whole batch, the mean of its squared errors.",
      backward: "Backward: every weight gets its gradient (∂). Still nothing has changed.",
      update: "Update: only now do the weights change, all at once."
    };
    const text = computed(() => `iteration ${place.value.iteration}, ${place.value.phase}`);
    return (_ctx, _push, _parent, _attrs) => {
      _push(ssrRenderComponent(_sfc_main$3, mergeProps({ label: "One iteration" }, unref(frame), _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            if (current.value && sample.value && one.value && unref(result)) {
              _push2(`<!--[-->`);
              _push2(ssrRenderComponent(_sfc_main$4, {
                unit: "phase",
                modelValue: unref(at),
                "onUpdate:modelValue": ($event) => isRef(at) ? at.value = $event : null,
                last: last.value,
                text: text.value
              }, null, _parent2, _scopeId));
              _push2(`<ol class="phases" aria-label="Phases" data-v-3bb18dab${_scopeId}><!--[-->`);
              ssrRenderList(unref(PHASES), (phase, index) => {
                _push2(`<li class="${ssrRenderClass({ now: index === reached.value, over: index < reached.value })}"${ssrRenderAttr("aria-current", index === reached.value ? "step" : void 0)} data-v-3bb18dab${_scopeId}>${ssrInterpolate(phase)}</li>`);
              });
              _push2(`<!--]--></ol><p role="status" data-v-3bb18dab${_scopeId}><b data-v-3bb18dab${_scopeId}>Epoch <span data-count="epoch" data-v-3bb18dab${_scopeId}>${ssrInterpolate(current.value.epoch)}</span>, iteration <span data-count="iteration" data-v-3bb18dab${_scopeId}>${ssrInterpolate(place.value.iteration)}</span>.</b> ${ssrInterpolate(SENTENCES[place.value.phase])}</p>`);
              if (unref(isShown)("sample")) {
                _push2(`<fieldset class="lab-choice" data-v-3bb18dab${_scopeId}><legend data-v-3bb18dab${_scopeId}>Sample of the batch</legend><!--[-->`);
                ssrRenderList(current.value.samples, (own, index) => {
                  _push2(`<label data-v-3bb18dab${_scopeId}><input type="radio" name="sample"${ssrIncludeBooleanAttr(index === chosenSample.value) ? " checked" : ""}${ssrRenderAttr("value", index + 1)} data-v-3bb18dab${_scopeId}>(${ssrInterpolate(own.inputs.join(", "))}) is ${ssrInterpolate(own.target)}</label>`);
                });
                _push2(`<!--]--></fieldset>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(ssrRenderComponent(IterationNetwork, {
                current: current.value,
                sample: sample.value,
                phase: place.value.phase,
                chosen: chosen.value,
                onTake: dragFrom
              }, null, _parent2, _scopeId));
              if (unref(isShown)("weight")) {
                _push2(`<label class="weight-choice" data-v-3bb18dab${_scopeId}> Weight <select${ssrRenderAttr("value", chosen.value)} name="weight" data-v-3bb18dab${_scopeId}><!--[-->`);
                ssrRenderList(current.value.connections, (connection, index) => {
                  _push2(`<option${ssrRenderAttr("value", index)} data-v-3bb18dab${_scopeId}>${ssrInterpolate(nameOf(index))}</option>`);
                });
                _push2(`<!--]--></select></label>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`<div class="lab-note warm" aria-live="polite" data-v-3bb18dab${_scopeId}><p data-v-3bb18dab${_scopeId}>It ${ssrInterpolate(reached.value < 3 ? "is" : "was")} <b data-count="before"${ssrRenderAttr("data-exact", one.value.before)} data-v-3bb18dab${_scopeId}>${ssrInterpolate(unref(fixedText)(one.value.before))}</b>. `);
              if (reached.value < 2) {
                _push2(`<!--[-->Its gradient is computed in the backward phase.<!--]-->`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`</p>`);
              if (reached.value >= 2) {
                _push2(`<!--[--><p data-v-3bb18dab${_scopeId}>Its gradient is the sum over the samples of <i data-v-3bb18dab${_scopeId}>activation in × delta out</i>. Delta says how much the loss of the batch changes with what goes into the unit.</p><table class="lab-table" data-v-3bb18dab${_scopeId}><thead data-v-3bb18dab${_scopeId}><tr data-v-3bb18dab${_scopeId}><th scope="col" data-v-3bb18dab${_scopeId}>sample</th><th scope="col" data-v-3bb18dab${_scopeId}>activation</th><th scope="col" data-v-3bb18dab${_scopeId}>delta</th><th scope="col" data-v-3bb18dab${_scopeId}>product</th></tr></thead><tbody data-v-3bb18dab${_scopeId}><!--[-->`);
                ssrRenderList(one.value.terms, (term, index) => {
                  _push2(`<tr data-v-3bb18dab${_scopeId}><th scope="row" data-v-3bb18dab${_scopeId}>(${ssrInterpolate(current.value.samples[index].inputs.join(", "))})</th><td data-v-3bb18dab${_scopeId}>${ssrInterpolate(unref(fixedText)(term.activation))}</td><td data-v-3bb18dab${_scopeId}>${ssrInterpolate(unref(fixedText)(term.delta))}</td><td data-product${ssrRenderAttr("data-exact", term.product)} data-v-3bb18dab${_scopeId}>${ssrInterpolate(unref(fixedText)(term.product))}</td></tr>`);
                });
                _push2(`<!--]--><tr data-v-3bb18dab${_scopeId}><th scope="row" data-v-3bb18dab${_scopeId}>sum</th><td data-v-3bb18dab${_scopeId}></td><td data-v-3bb18dab${_scopeId}></td><td data-v-3bb18dab${_scopeId}><b data-count="gradient"${ssrRenderAttr("data-exact", one.value.gradient)}${ssrRenderAttr("title", exact(one.value.gradient))} data-v-3bb18dab${_scopeId}>${ssrInterpolate(unref(fixedText)(one.value.gradient))}</b></td></tr></tbody></table>`);
                if (one.value.input !== void 0) {
                  _push2(`<p data-v-3bb18dab${_scopeId}> Added up here, in this order, the products give ${ssrInterpolate(exact(unref(sumOf)(one.value.terms)))}: the gradient of the training run, ${ssrInterpolate(unref(sumOf)(one.value.terms) === one.value.gradient ? "to the last bit" : "within rounding")}. </p>`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`<!--]-->`);
              } else {
                _push2(`<!---->`);
              }
              if (reached.value >= 3) {
                _push2(`<p data-v-3bb18dab${_scopeId}> The optimizer’s line: weight − learning rate × gradient = ${ssrInterpolate(unref(fixedText)(one.value.before))} − ${ssrInterpolate(unref(result).learningRate)} × ${ssrInterpolate(one.value.gradient < 0 ? `(${unref(fixedText)(one.value.gradient)})` : unref(fixedText)(one.value.gradient))} = <b data-count="after"${ssrRenderAttr("data-exact", one.value.after)} data-v-3bb18dab${_scopeId}>${ssrInterpolate(unref(fixedText)(one.value.after))}</b>. </p>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`</div>`);
              if (reached.value >= 2 && unref(isShown)("drag")) {
                _push2(`<div class="drag" data-v-3bb18dab${_scopeId}><label data-v-3bb18dab${_scopeId}> Drag ${ssrInterpolate(nameOf(chosen.value))} by <b data-v-3bb18dab${_scopeId}>${ssrInterpolate(signed(offset.value))}</b><input${ssrRenderAttr("value", unref(values).drag)} type="range" name="drag"${ssrRenderAttr("min", -unref(REACH))}${ssrRenderAttr("max", unref(REACH))} step="0.01"${ssrRenderAttr("aria-valuetext", `${nameOf(chosen.value)} dragged by ${signed(offset.value)}`)} data-v-3bb18dab${_scopeId}></label>`);
                if (drag.value) {
                  _push2(`<!--[-->`);
                  _push2(ssrRenderComponent(TangentChart, {
                    curve: drag.value.curve,
                    tangent,
                    here: [one.value.before, current.value.loss],
                    dragged: [drag.value.value, drag.value.loss],
                    name: nameOf(chosen.value)
                  }, null, _parent2, _scopeId));
                  _push2(`<p role="status" class="drag-sentence" data-v-3bb18dab${_scopeId}> At ${ssrInterpolate(long(drag.value.value))} the loss of this batch is <b data-count="dragged-loss"${ssrRenderAttr("data-exact", drag.value.loss)}${ssrRenderAttr("data-at", drag.value.value)} data-v-3bb18dab${_scopeId}>${ssrInterpolate(long(drag.value.loss))}</b>. The tangent says <b data-count="tangent"${ssrRenderAttr("data-exact", tangent(drag.value.value))} data-v-3bb18dab${_scopeId}>${ssrInterpolate(long(tangent(drag.value.value)))}</b>: the difference is <b data-count="tangent-difference"${ssrRenderAttr("data-exact", drag.value.loss - tangent(drag.value.value))} data-v-3bb18dab${_scopeId}>${ssrInterpolate(long(drag.value.loss - tangent(drag.value.value)))}</b>. </p><!--]-->`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`</div>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`<!--]-->`);
            } else {
              _push2(`<!---->`);
            }
          } else {
            return [
              current.value && sample.value && one.value && unref(result) ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                createVNode(_sfc_main$4, {
                  unit: "phase",
                  modelValue: unref(at),
                  "onUpdate:modelValue": ($event) => isRef(at) ? at.value = $event : null,
                  last: last.value,
                  text: text.value
                }, null, 8, ["modelValue", "onUpdate:modelValue", "last", "text"]),
                createVNode("ol", {
                  class: "phases",
                  "aria-label": "Phases"
                }, [
                  (openBlock(true), createBlock(Fragment, null, renderList(unref(PHASES), (phase, index) => {
                    return openBlock(), createBlock("li", {
                      key: phase,
                      class: { now: index === reached.value, over: index < reached.value },
                      "aria-current": index === reached.value ? "step" : void 0
                    }, toDisplayString(phase), 11, ["aria-current"]);
                  }), 128))
                ]),
                createVNode("p", { role: "status" }, [
                  createVNode("b", null, [
                    createTextVNode("Epoch "),
                    createVNode("span", { "data-count": "epoch" }, toDisplayString(current.value.epoch), 1),
                    createTextVNode(", iteration "),
                    createVNode("span", { "data-count": "iteration" }, toDisplayString(place.value.iteration), 1),
                    createTextVNode(".")
                  ]),
                  createTextVNode(" " + toDisplayString(SENTENCES[place.value.phase]), 1)
                ]),
                unref(isShown)("sample") ? (openBlock(), createBlock("fieldset", {
                  key: 0,
                  class: "lab-choice"
                }, [
                  createVNode("legend", null, "Sample of the batch"),
                  (openBlock(true), createBlock(Fragment, null, renderList(current.value.samples, (own, index) => {
                    return openBlock(), createBlock("label", {
                      key: own.row
                    }, [
                      createVNode("input", {
                        type: "radio",
                        name: "sample",
                        checked: index === chosenSample.value,
                        value: index + 1,
                        onChange: ($event) => unref(values).sample = index + 1
                      }, null, 40, ["checked", "value", "onChange"]),
                      createTextVNode("(" + toDisplayString(own.inputs.join(", ")) + ") is " + toDisplayString(own.target), 1)
                    ]);
                  }), 128))
                ])) : createCommentVNode("", true),
                createVNode(IterationNetwork, {
                  current: current.value,
                  sample: sample.value,
                  phase: place.value.phase,
                  chosen: chosen.value,
                  onTake: dragFrom
                }, null, 8, ["current", "sample", "phase", "chosen"]),
                unref(isShown)("weight") ? (openBlock(), createBlock("label", {
                  key: 1,
                  class: "weight-choice"
                }, [
                  createTextVNode(" Weight "),
                  createVNode("select", {
                    value: chosen.value,
                    name: "weight",
                    onChange: ($event) => choose(Number($event.target.value))
                  }, [
                    (openBlock(true), createBlock(Fragment, null, renderList(current.value.connections, (connection, index) => {
                      return openBlock(), createBlock("option", {
                        key: index,
                        value: index
                      }, toDisplayString(nameOf(index)), 9, ["value"]);
                    }), 128))
                  ], 40, ["value", "onChange"])
                ])) : createCommentVNode("", true),
                createVNode("div", {
                  class: "lab-note warm",
                  "aria-live": "polite"
                }, [
                  createVNode("p", null, [
                    createTextVNode("It " + toDisplayString(reached.value < 3 ? "is" : "was") + " ", 1),
                    createVNode("b", {
                      "data-count": "before",
                      "data-exact": one.value.before
                    }, toDisplayString(unref(fixedText)(one.value.before)), 9, ["data-exact"]),
                    createTextVNode(". "),
                    reached.value < 2 ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                      createTextVNode("Its gradient is computed in the backward phase.")
                    ], 64)) : createCommentVNode("", true)
                  ]),
                  reached.value >= 2 ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                    createVNode("p", null, [
                      createTextVNode("Its gradient is the sum over the samples of "),
                      createVNode("i", null, "activation in × delta out"),
                      createTextVNode(". Delta says how much the loss of the batch changes with what goes into the unit.")
                    ]),
                    createVNode("table", { class: "lab-table" }, [
                      createVNode("thead", null, [
                        createVNode("tr", null, [
                          createVNode("th", { scope: "col" }, "sample"),
                          createVNode("th", { scope: "col" }, "activation"),
                          createVNode("th", { scope: "col" }, "delta"),
                          createVNode("th", { scope: "col" }, "product")
                        ])
                      ]),
                      createVNode("tbody", null, [
                        (openBlock(true), createBlock(Fragment, null, renderList(one.value.terms, (term, index) => {
                          return openBlock(), createBlock("tr", {
                            key: term.row
                          }, [
                            createVNode("th", { scope: "row" }, "(" + toDisplayString(current.value.samples[index].inputs.join(", ")) + ")", 1),
                            createVNode("td", null, toDisplayString(unref(fixedText)(term.activation)), 1),
                            createVNode("td", null, toDisplayString(unref(fixedText)(term.delta)), 1),
                            createVNode("td", {
                              "data-product": "",
                              "data-exact": term.product
                            }, toDisplayString(unref(fixedText)(term.product)), 9, ["data-exact"])
                          ]);
                        }), 128)),
                        createVNode("tr", null, [
                          createVNode("th", { scope: "row" }, "sum"),
                          createVNode("td"),
                          createVNode("td"),
                          createVNode("td", null, [
                            createVNode("b", {
                              "data-count": "gradient",
                              "data-exact": one.value.gradient,
                              title: exact(one.value.gradient)
                            }, toDisplayString(unref(fixedText)(one.value.gradient)), 9, ["data-exact", "title"])
                          ])
                        ])
                      ])
                    ]),
                    one.value.input !== void 0 ? (openBlock(), createBlock("p", { key: 0 }, " Added up here, in this order, the products give " + toDisplayString(exact(unref(sumOf)(one.value.terms))) + ": the gradient of the training run, " + toDisplayString(unref(sumOf)(one.value.terms) === one.value.gradient ? "to the last bit" : "within rounding") + ". ", 1)) : createCommentVNode("", true)
                  ], 64)) : createCommentVNode("", true),
                  reached.value >= 3 ? (openBlock(), createBlock("p", { key: 1 }, [
                    createTextVNode(" The optimizer’s line: weight − learning rate × gradient = " + toDisplayString(unref(fixedText)(one.value.before)) + " − " + toDisplayString(unref(result).learningRate) + " × " + toDisplayString(one.value.gradient < 0 ? `(${unref(fixedText)(one.value.gradient)})` : unref(fixedText)(one.value.gradient)) + " = ", 1),
                    createVNode("b", {
                      "data-count": "after",
                      "data-exact": one.value.after
                    }, toDisplayString(unref(fixedText)(one.value.after)), 9, ["data-exact"]),
                    createTextVNode(". ")
                  ])) : createCommentVNode("", true)
                ]),
                reached.value >= 2 && unref(isShown)("drag") ? (openBlock(), createBlock("div", {
                  key: 2,
                  class: "drag"
                }, [
                  createVNode("label", null, [
                    createTextVNode(" Drag " + toDisplayString(nameOf(chosen.value)) + " by ", 1),
                    createVNode("b", null, toDisplayString(signed(offset.value)), 1),
                    withDirectives(createVNode("input", {
                      "onUpdate:modelValue": ($event) => unref(values).drag = $event,
                      type: "range",
                      name: "drag",
                      min: -unref(REACH),
                      max: unref(REACH),
                      step: "0.01",
                      "aria-valuetext": `${nameOf(chosen.value)} dragged by ${signed(offset.value)}`
                    }, null, 8, ["onUpdate:modelValue", "min", "max", "aria-valuetext"]), [
                      [
                        vModelText,
                        unref(values).drag,
                        void 0,
                        { number: true }
                      ]
                    ])
                  ]),
                  drag.value ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                    createVNode(TangentChart, {
                      curve: drag.value.curve,
                      tangent,
                      here: [one.value.before, current.value.loss],
                      dragged: [drag.value.value, drag.value.loss],
                      name: nameOf(chosen.value)
                    }, null, 8, ["curve", "here", "dragged", "name"]),
                    createVNode("p", {
                      role: "status",
                      class: "drag-sentence"
                    }, [
                      createTextVNode(" At " + toDisplayString(long(drag.value.value)) + " the loss of this batch is ", 1),
                      createVNode("b", {
                        "data-count": "dragged-loss",
                        "data-exact": drag.value.loss,
                        "data-at": drag.value.value
                      }, toDisplayString(long(drag.value.loss)), 9, ["data-exact", "data-at"]),
                      createTextVNode(". The tangent says "),
                      createVNode("b", {
                        "data-count": "tangent",
                        "data-exact": tangent(drag.value.value)
                      }, toDisplayString(long(tangent(drag.value.value))), 9, ["data-exact"]),
                      createTextVNode(": the difference is "),
                      createVNode("b", {
                        "data-count": "tangent-difference",
                        "data-exact": drag.value.loss - tangent(drag.value.value)
                      }, toDisplayString(long(drag.value.loss - tangent(drag.value.value))), 9, ["data-exact"]),
                      createTextVNode(". ")
                    ])
                  ], 64)) : createCommentVNode("", true)
                ])) : createCommentVNode("", true)
              ], 64)) : createCommentVNode("", true)
            ];
          }
        }),
        _: 1
      }, _parent));
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/one_iteration.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const one_iteration = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-3bb18dab"]]);
export {
  one_iteration as default
};
