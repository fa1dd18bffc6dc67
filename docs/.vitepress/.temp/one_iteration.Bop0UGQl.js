import { defineComponent, computed, mergeProps, useSSRContext, ref, watch, unref, withCtx, isRef, openBlock, createBlock, Fragment, createVNode, renderList, toDisplayString, createTextVNode, withDirectives, vModelRadio, createCommentVNode, vModelSelect, vModelText } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderList, ssrInterpolate, ssrRenderComponent, ssrRenderClass, ssrIncludeBooleanAttr, ssrLooseEqual, ssrLooseContain } from "vue/server-renderer";
import { w as whole, u as useLab, _ as _sfc_main$2 } from "./use_lab.9ZYJVlcV.js";
import { _ as _sfc_main$3 } from "./run_slider.dOl0Lioh.js";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const PHASES = ["forward", "loss", "backward", "update"];
const REACH = 1;
function tangentAt({ before, gradient }, loss, value) {
  return loss + gradient * (value - before);
}
const oneIteration = {
  name: "one_iteration",
  fields: [
    whole("batchSize", "Batch size", 4, [1, 4]),
    {
      kind: "choice",
      name: "learningRate",
      label: "Learning rate",
      options: ["0.0625", "0.125", "0.25", "0.5", "1"],
      initial: "0.25"
    },
    whole("epochs", "Epochs", 10, [1, 50]),
    whole("seed", "Seed", 7, [0, 9999])
  ],
  author: "11f9949ac12a5aedd98ae2f9682bafa8177e91849f10be77703c411bb7afe7b8"
};
function placeAt(at) {
  return { iteration: Math.floor(at / PHASES.length) + 1, phase: PHASES[at % PHASES.length] };
}
function sumOf(terms) {
  return terms.reduce((sum, { product }) => Math.fround(sum + product), 0);
}
const WIDTH = 480;
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
    const INSET = { left: 50, right: 14, top: 12, bottom: 42 };
    const chart = computed(() => {
      const losses = props.curve.map(([, loss2]) => loss2);
      const [low, high] = [props.curve[0][0], props.curve[props.curve.length - 1][0]];
      const x = scaleLinear([low, high], [INSET.left, WIDTH - INSET.right]);
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
        xTicks: x.ticks(5).map((at) => ({ at: x(at), text: String(at).replace("-", "−") })),
        yTicks: y.ticks(4).map((at) => ({ at: y(at), text: String(at) })),
        here: props.here,
        hereAt: { x: x(props.here[0]), y: y(props.here[1]) },
        point: { x: x(value), y: y(loss), tangent: y(props.tangent(value)) }
      };
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "lab-chart tangent" }, _attrs))} data-v-7915d74b><ul class="lab-legend" aria-label="Lines" data-v-7915d74b><li data-v-7915d74b><svg width="28" height="10" aria-hidden="true" data-v-7915d74b><path d="M1 5H27" class="series-0" data-v-7915d74b></path></svg>loss of this batch</li><li data-v-7915d74b><svg width="28" height="10" aria-hidden="true" data-v-7915d74b><path d="M1 5H27" class="series-1" stroke-dasharray="8 4" data-v-7915d74b></path></svg>tangent: its slope is the gradient</li></ul><svg${ssrRenderAttr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`)} role="img"${ssrRenderAttr("aria-label", `Loss over the weight ${__props.name}, with the tangent at its present value; the numbers are in the text`)} data-v-7915d74b><defs data-v-7915d74b><clipPath id="tangent-inside" data-v-7915d74b><rect${ssrRenderAttr("x", INSET.left)}${ssrRenderAttr("y", INSET.top)}${ssrRenderAttr("width", WIDTH - INSET.left - INSET.right)}${ssrRenderAttr("height", HEIGHT - INSET.top - INSET.bottom)} data-v-7915d74b></rect></clipPath></defs><g class="axis" data-v-7915d74b><!--[-->`);
      ssrRenderList(chart.value.yTicks, (tick) => {
        _push(`<!--[--><path${ssrRenderAttr("d", `M${INSET.left} ${tick.at}H${WIDTH - INSET.right}`)} data-v-7915d74b></path><text${ssrRenderAttr("x", INSET.left - 8)}${ssrRenderAttr("y", tick.at + 4)} text-anchor="end" data-v-7915d74b>${ssrInterpolate(tick.text)}</text><!--]-->`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(chart.value.xTicks, (tick) => {
        _push(`<text${ssrRenderAttr("x", tick.at)}${ssrRenderAttr("y", HEIGHT - INSET.bottom + 18)} text-anchor="middle" data-v-7915d74b>${ssrInterpolate(tick.text)}</text>`);
      });
      _push(`<!--]--><text${ssrRenderAttr("x", WIDTH - INSET.right)}${ssrRenderAttr("y", HEIGHT - 6)} text-anchor="end" data-v-7915d74b>weight ${ssrInterpolate(__props.name)}</text></g><g clip-path="url(#tangent-inside)" data-v-7915d74b><path${ssrRenderAttr("d", chart.value.tangent)} class="series-1" stroke-dasharray="8 4" data-v-7915d74b></path><path${ssrRenderAttr("d", chart.value.curve)} class="series-0" data-v-7915d74b></path><path class="gap"${ssrRenderAttr("d", `M${chart.value.point.x} ${chart.value.point.y}V${chart.value.point.tangent}`)} data-v-7915d74b></path></g><circle${ssrRenderAttr("cx", chart.value.hereAt.x)}${ssrRenderAttr("cy", chart.value.hereAt.y)} r="4" class="here" data-v-7915d74b></circle><circle${ssrRenderAttr("cx", chart.value.point.x)}${ssrRenderAttr("cy", chart.value.point.y)} r="7" class="series-0 mark-dot" data-v-7915d74b></circle></svg></figure>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/tangent_chart.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const TangentChart = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-7915d74b"]]);
const PULL = 200;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "one_iteration",
  __ssrInlineRender: true,
  setup(__props) {
    const { at, result, running, answer, ask, frame } = useLab(oneIteration);
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
    const chosenSample = ref(0);
    const sample = computed(() => {
      var _a;
      const samples = ((_a = current.value) == null ? void 0 : _a.samples) ?? [];
      return samples[Math.min(chosenSample.value, samples.length - 1)];
    });
    const chosen = ref(0);
    const one = computed(() => {
      var _a;
      return (_a = current.value) == null ? void 0 : _a.connections[chosen.value];
    });
    const offset = ref(0);
    watch([chosen, () => place.value.iteration], () => {
      offset.value = 0;
    });
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
      chosen.value = index;
      if (reached.value < 2) return;
      const handle = event.currentTarget;
      handle.setPointerCapture(event.pointerId);
      const begin = { x: event.clientX, offset: offset.value };
      const move = (now) => {
        const moved = begin.offset + REACH * (now.clientX - begin.x) / PULL;
        offset.value = Math.max(-REACH, Math.min(REACH, Math.round(moved * 100) / 100));
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
    const X = [70, 320, 570];
    const Y = { in: [95, 225], hidden: [50, 160, 270], out: [160] };
    function nameOf({ layer, input, unit }) {
      const to = layer === "layers.0" ? `h${unit + 1}` : "y";
      if (input === void 0) return `bias of ${to}`;
      return `${layer === "layers.0" ? `x${input + 1}` : `h${input + 1}`} → ${to}`;
    }
    const edges = computed(
      () => {
        var _a;
        return (((_a = current.value) == null ? void 0 : _a.connections) ?? []).flatMap((connection, index) => {
          const { layer, input, unit } = connection;
          if (input === void 0) return [];
          const first = layer === "layers.0";
          const [x1, y1] = first ? [X[0], Y.in[input]] : [X[1], Y.hidden[input]];
          const [x2, y2] = first ? [X[1], Y.hidden[unit]] : [X[2], Y.out[0]];
          const t = first ? input === 0 ? 0.36 : 0.66 : 0.5;
          return [{ connection, index, x1, y1, x2, y2, x: x1 + t * (x2 - x1), y: y1 + t * (y2 - y1) }];
        });
      }
    );
    function labelOf({ before, gradient, after }) {
      if (place.value.phase === "backward") return `∂ ${short(gradient)}`;
      return short(place.value.phase === "update" ? after : before);
    }
    const short = (value) => (Object.is(value, -0) ? 0 : value).toFixed(3).replace("-", "−");
    const long = (value) => value.toFixed(6).replace("-", "−");
    const signed = (value) => `${value > 0 ? "+" : ""}${value.toFixed(2).replace("-", "−")}`;
    const exact = (value) => String(value).replace("-", "−");
    const SENTENCES = {
      forward: "Forward: each sample goes through the network. Weights are used, nothing changes.",
      loss: "Loss: one number for the whole batch, the mean of its squared errors.",
      backward: "Backward: every weight gets its gradient. Still nothing has changed.",
      update: "Update: only now do the weights change, all at once."
    };
    const text = computed(() => `iteration ${place.value.iteration}, ${place.value.phase}`);
    return (_ctx, _push, _parent, _attrs) => {
      _push(ssrRenderComponent(_sfc_main$2, mergeProps({ label: "One iteration" }, unref(frame), _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            if (current.value && sample.value && one.value && unref(result)) {
              _push2(`<!--[-->`);
              _push2(ssrRenderComponent(_sfc_main$3, {
                unit: "phase",
                modelValue: unref(at),
                "onUpdate:modelValue": ($event) => isRef(at) ? at.value = $event : null,
                last: last.value,
                text: text.value
              }, null, _parent2, _scopeId));
              _push2(`<ol class="phases" aria-label="Phases" data-v-32a86c9a${_scopeId}><!--[-->`);
              ssrRenderList(unref(PHASES), (phase, index) => {
                _push2(`<li class="${ssrRenderClass({ now: index === reached.value, over: index < reached.value })}"${ssrRenderAttr("aria-current", index === reached.value ? "step" : void 0)} data-v-32a86c9a${_scopeId}>${ssrInterpolate(phase)}</li>`);
              });
              _push2(`<!--]--></ol><p role="status" data-v-32a86c9a${_scopeId}><b data-v-32a86c9a${_scopeId}>Epoch <span data-count="epoch" data-v-32a86c9a${_scopeId}>${ssrInterpolate(current.value.epoch)}</span>, iteration <span data-count="iteration" data-v-32a86c9a${_scopeId}>${ssrInterpolate(place.value.iteration)}</span>.</b> ${ssrInterpolate(SENTENCES[place.value.phase])}</p><fieldset class="lab-choice" data-v-32a86c9a${_scopeId}><legend data-v-32a86c9a${_scopeId}>Sample of the batch</legend><!--[-->`);
              ssrRenderList(current.value.samples, (own, index) => {
                _push2(`<label data-v-32a86c9a${_scopeId}><input${ssrIncludeBooleanAttr(ssrLooseEqual(chosenSample.value, index)) ? " checked" : ""} type="radio" name="sample"${ssrRenderAttr("value", index)} data-v-32a86c9a${_scopeId}>(${ssrInterpolate(own.inputs.join(", "))}) is ${ssrInterpolate(own.target)}</label>`);
              });
              _push2(`<!--]--></fieldset><svg class="network" viewBox="0 0 640 330" role="img"${ssrRenderAttr("aria-label", `The network after ${place.value.phase}: inputs ${sample.value.inputs.join(" and ")}, output ${short(sample.value.output)}`)} data-v-32a86c9a${_scopeId}><!--[-->`);
              ssrRenderList(edges.value, (edge) => {
                _push2(`<g class="${ssrRenderClass([{ chosen: edge.index === chosen.value, changes: place.value.phase === "update", pulled: reached.value >= 2 }, "edge"])}" data-v-32a86c9a${_scopeId}><path class="wide"${ssrRenderAttr("d", `M${edge.x1} ${edge.y1}L${edge.x2} ${edge.y2}`)} data-v-32a86c9a${_scopeId}></path><path${ssrRenderAttr("d", `M${edge.x1} ${edge.y1}L${edge.x2} ${edge.y2}`)}${ssrRenderAttr("stroke-width", 1 + 3 * Math.min(1, Math.abs(edge.connection.before)))}${ssrRenderAttr("stroke-dasharray", edge.connection.before < 0 ? "6 4" : "")} data-v-32a86c9a${_scopeId}></path><rect${ssrRenderAttr("x", edge.x - 34)}${ssrRenderAttr("y", edge.y - 11)} width="68" height="22" rx="5" data-v-32a86c9a${_scopeId}></rect><text${ssrRenderAttr("x", edge.x)}${ssrRenderAttr("y", edge.y + 5)} data-v-32a86c9a${_scopeId}>${ssrInterpolate(labelOf(edge.connection))}</text></g>`);
              });
              _push2(`<!--]--><!--[-->`);
              ssrRenderList(Y.in, (y, index) => {
                _push2(`<g class="unit" data-v-32a86c9a${_scopeId}><circle${ssrRenderAttr("cx", X[0])}${ssrRenderAttr("cy", y)} r="32" data-v-32a86c9a${_scopeId}></circle><text${ssrRenderAttr("x", X[0])}${ssrRenderAttr("y", y - 6)} class="name" data-v-32a86c9a${_scopeId}>x${ssrInterpolate(index + 1)}</text><text${ssrRenderAttr("x", X[0])}${ssrRenderAttr("y", y + 13)} data-v-32a86c9a${_scopeId}>${ssrInterpolate(sample.value.inputs[index])}</text></g>`);
              });
              _push2(`<!--]--><!--[-->`);
              ssrRenderList(Y.hidden, (y, index) => {
                _push2(`<g class="unit" data-v-32a86c9a${_scopeId}><circle${ssrRenderAttr("cx", X[1])}${ssrRenderAttr("cy", y)} r="32" data-v-32a86c9a${_scopeId}></circle><text${ssrRenderAttr("x", X[1])}${ssrRenderAttr("y", y - 6)} class="name" data-v-32a86c9a${_scopeId}>h${ssrInterpolate(index + 1)}</text><text${ssrRenderAttr("x", X[1])}${ssrRenderAttr("y", y + 13)} data-v-32a86c9a${_scopeId}>${ssrInterpolate(short(sample.value.hidden[index]))}</text></g>`);
              });
              _push2(`<!--]--><g class="unit" data-v-32a86c9a${_scopeId}><circle${ssrRenderAttr("cx", X[2])}${ssrRenderAttr("cy", Y.out[0])} r="36" data-v-32a86c9a${_scopeId}></circle><text${ssrRenderAttr("x", X[2])}${ssrRenderAttr("y", Y.out[0] - 6)} class="name" data-v-32a86c9a${_scopeId}>y</text><text${ssrRenderAttr("x", X[2])}${ssrRenderAttr("y", Y.out[0] + 13)} data-v-32a86c9a${_scopeId}>${ssrInterpolate(short(sample.value.output))}</text><text${ssrRenderAttr("x", X[2])}${ssrRenderAttr("y", Y.out[0] + 62)} class="name" data-v-32a86c9a${_scopeId}>target ${ssrInterpolate(sample.value.target)}</text>`);
              if (reached.value >= 1) {
                _push2(`<text${ssrRenderAttr("x", X[2])}${ssrRenderAttr("y", Y.out[0] - 62)} class="name" data-v-32a86c9a${_scopeId}>loss of the batch</text>`);
              } else {
                _push2(`<!---->`);
              }
              if (reached.value >= 1) {
                _push2(`<text${ssrRenderAttr("x", X[2])}${ssrRenderAttr("y", Y.out[0] - 44)} data-count="loss"${ssrRenderAttr("data-exact", current.value.loss)} data-v-32a86c9a${_scopeId}>${ssrInterpolate(short(current.value.loss))}</text>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`</g></svg><label class="weight-choice" data-v-32a86c9a${_scopeId}> Weight <select name="weight" data-v-32a86c9a${_scopeId}><!--[-->`);
              ssrRenderList(current.value.connections, (connection, index) => {
                _push2(`<option${ssrRenderAttr("value", index)} data-v-32a86c9a${ssrIncludeBooleanAttr(Array.isArray(chosen.value) ? ssrLooseContain(chosen.value, index) : ssrLooseEqual(chosen.value, index)) ? " selected" : ""}${_scopeId}>${ssrInterpolate(nameOf(connection))}</option>`);
              });
              _push2(`<!--]--></select></label><div class="weight-sentence" aria-live="polite" data-v-32a86c9a${_scopeId}><p data-v-32a86c9a${_scopeId}>It ${ssrInterpolate(reached.value < 3 ? "is" : "was")} <b data-count="before"${ssrRenderAttr("data-exact", one.value.before)} data-v-32a86c9a${_scopeId}>${ssrInterpolate(short(one.value.before))}</b>. `);
              if (reached.value < 2) {
                _push2(`<!--[-->Its gradient is computed in the backward phase.<!--]-->`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`</p>`);
              if (reached.value >= 2) {
                _push2(`<!--[--><p data-v-32a86c9a${_scopeId}>Its gradient is the sum over the samples of <i data-v-32a86c9a${_scopeId}>activation in × delta out</i>; delta has the share of the mean in it.</p><table class="lab-table" data-v-32a86c9a${_scopeId}><thead data-v-32a86c9a${_scopeId}><tr data-v-32a86c9a${_scopeId}><th scope="col" data-v-32a86c9a${_scopeId}>sample</th><th scope="col" data-v-32a86c9a${_scopeId}>activation</th><th scope="col" data-v-32a86c9a${_scopeId}>delta</th><th scope="col" data-v-32a86c9a${_scopeId}>product</th></tr></thead><tbody data-v-32a86c9a${_scopeId}><!--[-->`);
                ssrRenderList(one.value.terms, (term, index) => {
                  _push2(`<tr data-v-32a86c9a${_scopeId}><th scope="row" data-v-32a86c9a${_scopeId}>(${ssrInterpolate(current.value.samples[index].inputs.join(", "))})</th><td data-v-32a86c9a${_scopeId}>${ssrInterpolate(short(term.activation))}</td><td data-v-32a86c9a${_scopeId}>${ssrInterpolate(short(term.delta))}</td><td data-product${ssrRenderAttr("data-exact", term.product)} data-v-32a86c9a${_scopeId}>${ssrInterpolate(short(term.product))}</td></tr>`);
                });
                _push2(`<!--]--><tr data-v-32a86c9a${_scopeId}><th scope="row" data-v-32a86c9a${_scopeId}>sum</th><td data-v-32a86c9a${_scopeId}></td><td data-v-32a86c9a${_scopeId}></td><td data-v-32a86c9a${_scopeId}><b data-count="gradient"${ssrRenderAttr("data-exact", one.value.gradient)}${ssrRenderAttr("title", exact(one.value.gradient))} data-v-32a86c9a${_scopeId}>${ssrInterpolate(short(one.value.gradient))}</b></td></tr></tbody></table>`);
                if (one.value.input !== void 0) {
                  _push2(`<p data-v-32a86c9a${_scopeId}> Added up here, in this order, the products give ${ssrInterpolate(exact(unref(sumOf)(one.value.terms)))}: the gradient of the training run, ${ssrInterpolate(unref(sumOf)(one.value.terms) === one.value.gradient ? "to the last bit" : "within rounding")}. </p>`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`<!--]-->`);
              } else {
                _push2(`<!---->`);
              }
              if (reached.value >= 3) {
                _push2(`<p data-v-32a86c9a${_scopeId}> The optimizer’s line: weight − learning rate × gradient = ${ssrInterpolate(short(one.value.before))} − ${ssrInterpolate(unref(result).learningRate)} × ${ssrInterpolate(one.value.gradient < 0 ? `(${short(one.value.gradient)})` : short(one.value.gradient))} = <b data-count="after"${ssrRenderAttr("data-exact", one.value.after)} data-v-32a86c9a${_scopeId}>${ssrInterpolate(short(one.value.after))}</b>. </p>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`</div>`);
              if (reached.value >= 2) {
                _push2(`<div class="drag" data-v-32a86c9a${_scopeId}><label data-v-32a86c9a${_scopeId}> Drag ${ssrInterpolate(nameOf(one.value))} by <b data-v-32a86c9a${_scopeId}>${ssrInterpolate(signed(offset.value))}</b><input${ssrRenderAttr("value", offset.value)} type="range" name="drag"${ssrRenderAttr("min", -unref(REACH))}${ssrRenderAttr("max", unref(REACH))} step="0.01"${ssrRenderAttr("aria-valuetext", `${nameOf(one.value)} dragged by ${signed(offset.value)}`)} data-v-32a86c9a${_scopeId}></label>`);
                if (drag.value) {
                  _push2(`<!--[-->`);
                  _push2(ssrRenderComponent(TangentChart, {
                    curve: drag.value.curve,
                    tangent,
                    here: [one.value.before, current.value.loss],
                    dragged: [drag.value.value, drag.value.loss],
                    name: nameOf(one.value)
                  }, null, _parent2, _scopeId));
                  _push2(`<p role="status" class="drag-sentence" data-v-32a86c9a${_scopeId}> At ${ssrInterpolate(long(drag.value.value))} the loss of this batch is <b data-count="dragged-loss"${ssrRenderAttr("data-exact", drag.value.loss)}${ssrRenderAttr("data-at", drag.value.value)} data-v-32a86c9a${_scopeId}>${ssrInterpolate(long(drag.value.loss))}</b>. The tangent says <b data-count="tangent"${ssrRenderAttr("data-exact", tangent(drag.value.value))} data-v-32a86c9a${_scopeId}>${ssrInterpolate(long(tangent(drag.value.value)))}</b>: the difference is <b data-count="tangent-difference"${ssrRenderAttr("data-exact", drag.value.loss - tangent(drag.value.value))} data-v-32a86c9a${_scopeId}>${ssrInterpolate(long(drag.value.loss - tangent(drag.value.value)))}</b>. </p><!--]-->`);
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
                createVNode(_sfc_main$3, {
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
                createVNode("fieldset", { class: "lab-choice" }, [
                  createVNode("legend", null, "Sample of the batch"),
                  (openBlock(true), createBlock(Fragment, null, renderList(current.value.samples, (own, index) => {
                    return openBlock(), createBlock("label", {
                      key: own.row
                    }, [
                      withDirectives(createVNode("input", {
                        "onUpdate:modelValue": ($event) => chosenSample.value = $event,
                        type: "radio",
                        name: "sample",
                        value: index
                      }, null, 8, ["onUpdate:modelValue", "value"]), [
                        [vModelRadio, chosenSample.value]
                      ]),
                      createTextVNode("(" + toDisplayString(own.inputs.join(", ")) + ") is " + toDisplayString(own.target), 1)
                    ]);
                  }), 128))
                ]),
                (openBlock(), createBlock("svg", {
                  class: "network",
                  viewBox: "0 0 640 330",
                  role: "img",
                  "aria-label": `The network after ${place.value.phase}: inputs ${sample.value.inputs.join(" and ")}, output ${short(sample.value.output)}`
                }, [
                  (openBlock(true), createBlock(Fragment, null, renderList(edges.value, (edge) => {
                    return openBlock(), createBlock("g", {
                      key: edge.index,
                      class: ["edge", { chosen: edge.index === chosen.value, changes: place.value.phase === "update", pulled: reached.value >= 2 }],
                      onPointerdown: ($event) => dragFrom($event, edge.index)
                    }, [
                      createVNode("path", {
                        class: "wide",
                        d: `M${edge.x1} ${edge.y1}L${edge.x2} ${edge.y2}`
                      }, null, 8, ["d"]),
                      createVNode("path", {
                        d: `M${edge.x1} ${edge.y1}L${edge.x2} ${edge.y2}`,
                        "stroke-width": 1 + 3 * Math.min(1, Math.abs(edge.connection.before)),
                        "stroke-dasharray": edge.connection.before < 0 ? "6 4" : ""
                      }, null, 8, ["d", "stroke-width", "stroke-dasharray"]),
                      createVNode("rect", {
                        x: edge.x - 34,
                        y: edge.y - 11,
                        width: "68",
                        height: "22",
                        rx: "5"
                      }, null, 8, ["x", "y"]),
                      createVNode("text", {
                        x: edge.x,
                        y: edge.y + 5
                      }, toDisplayString(labelOf(edge.connection)), 9, ["x", "y"])
                    ], 42, ["onPointerdown"]);
                  }), 128)),
                  (openBlock(true), createBlock(Fragment, null, renderList(Y.in, (y, index) => {
                    return openBlock(), createBlock("g", {
                      key: `x${index}`,
                      class: "unit"
                    }, [
                      createVNode("circle", {
                        cx: X[0],
                        cy: y,
                        r: "32"
                      }, null, 8, ["cx", "cy"]),
                      createVNode("text", {
                        x: X[0],
                        y: y - 6,
                        class: "name"
                      }, "x" + toDisplayString(index + 1), 9, ["x", "y"]),
                      createVNode("text", {
                        x: X[0],
                        y: y + 13
                      }, toDisplayString(sample.value.inputs[index]), 9, ["x", "y"])
                    ]);
                  }), 128)),
                  (openBlock(true), createBlock(Fragment, null, renderList(Y.hidden, (y, index) => {
                    return openBlock(), createBlock("g", {
                      key: `h${index}`,
                      class: "unit"
                    }, [
                      createVNode("circle", {
                        cx: X[1],
                        cy: y,
                        r: "32"
                      }, null, 8, ["cx", "cy"]),
                      createVNode("text", {
                        x: X[1],
                        y: y - 6,
                        class: "name"
                      }, "h" + toDisplayString(index + 1), 9, ["x", "y"]),
                      createVNode("text", {
                        x: X[1],
                        y: y + 13
                      }, toDisplayString(short(sample.value.hidden[index])), 9, ["x", "y"])
                    ]);
                  }), 128)),
                  createVNode("g", { class: "unit" }, [
                    createVNode("circle", {
                      cx: X[2],
                      cy: Y.out[0],
                      r: "36"
                    }, null, 8, ["cx", "cy"]),
                    createVNode("text", {
                      x: X[2],
                      y: Y.out[0] - 6,
                      class: "name"
                    }, "y", 8, ["x", "y"]),
                    createVNode("text", {
                      x: X[2],
                      y: Y.out[0] + 13
                    }, toDisplayString(short(sample.value.output)), 9, ["x", "y"]),
                    createVNode("text", {
                      x: X[2],
                      y: Y.out[0] + 62,
                      class: "name"
                    }, "target " + toDisplayString(sample.value.target), 9, ["x", "y"]),
                    reached.value >= 1 ? (openBlock(), createBlock("text", {
                      key: 0,
                      x: X[2],
                      y: Y.out[0] - 62,
                      class: "name"
                    }, "loss of the batch", 8, ["x", "y"])) : createCommentVNode("", true),
                    reached.value >= 1 ? (openBlock(), createBlock("text", {
                      key: 1,
                      x: X[2],
                      y: Y.out[0] - 44,
                      "data-count": "loss",
                      "data-exact": current.value.loss
                    }, toDisplayString(short(current.value.loss)), 9, ["x", "y", "data-exact"])) : createCommentVNode("", true)
                  ])
                ], 8, ["aria-label"])),
                createVNode("label", { class: "weight-choice" }, [
                  createTextVNode(" Weight "),
                  withDirectives(createVNode("select", {
                    "onUpdate:modelValue": ($event) => chosen.value = $event,
                    name: "weight"
                  }, [
                    (openBlock(true), createBlock(Fragment, null, renderList(current.value.connections, (connection, index) => {
                      return openBlock(), createBlock("option", {
                        key: index,
                        value: index
                      }, toDisplayString(nameOf(connection)), 9, ["value"]);
                    }), 128))
                  ], 8, ["onUpdate:modelValue"]), [
                    [
                      vModelSelect,
                      chosen.value,
                      void 0,
                      { number: true }
                    ]
                  ])
                ]),
                createVNode("div", {
                  class: "weight-sentence",
                  "aria-live": "polite"
                }, [
                  createVNode("p", null, [
                    createTextVNode("It " + toDisplayString(reached.value < 3 ? "is" : "was") + " ", 1),
                    createVNode("b", {
                      "data-count": "before",
                      "data-exact": one.value.before
                    }, toDisplayString(short(one.value.before)), 9, ["data-exact"]),
                    createTextVNode(". "),
                    reached.value < 2 ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                      createTextVNode("Its gradient is computed in the backward phase.")
                    ], 64)) : createCommentVNode("", true)
                  ]),
                  reached.value >= 2 ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                    createVNode("p", null, [
                      createTextVNode("Its gradient is the sum over the samples of "),
                      createVNode("i", null, "activation in × delta out"),
                      createTextVNode("; delta has the share of the mean in it.")
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
                            createVNode("td", null, toDisplayString(short(term.activation)), 1),
                            createVNode("td", null, toDisplayString(short(term.delta)), 1),
                            createVNode("td", {
                              "data-product": "",
                              "data-exact": term.product
                            }, toDisplayString(short(term.product)), 9, ["data-exact"])
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
                            }, toDisplayString(short(one.value.gradient)), 9, ["data-exact", "title"])
                          ])
                        ])
                      ])
                    ]),
                    one.value.input !== void 0 ? (openBlock(), createBlock("p", { key: 0 }, " Added up here, in this order, the products give " + toDisplayString(exact(unref(sumOf)(one.value.terms))) + ": the gradient of the training run, " + toDisplayString(unref(sumOf)(one.value.terms) === one.value.gradient ? "to the last bit" : "within rounding") + ". ", 1)) : createCommentVNode("", true)
                  ], 64)) : createCommentVNode("", true),
                  reached.value >= 3 ? (openBlock(), createBlock("p", { key: 1 }, [
                    createTextVNode(" The optimizer’s line: weight − learning rate × gradient = " + toDisplayString(short(one.value.before)) + " − " + toDisplayString(unref(result).learningRate) + " × " + toDisplayString(one.value.gradient < 0 ? `(${short(one.value.gradient)})` : short(one.value.gradient)) + " = ", 1),
                    createVNode("b", {
                      "data-count": "after",
                      "data-exact": one.value.after
                    }, toDisplayString(short(one.value.after)), 9, ["data-exact"]),
                    createTextVNode(". ")
                  ])) : createCommentVNode("", true)
                ]),
                reached.value >= 2 ? (openBlock(), createBlock("div", {
                  key: 0,
                  class: "drag"
                }, [
                  createVNode("label", null, [
                    createTextVNode(" Drag " + toDisplayString(nameOf(one.value)) + " by ", 1),
                    createVNode("b", null, toDisplayString(signed(offset.value)), 1),
                    withDirectives(createVNode("input", {
                      "onUpdate:modelValue": ($event) => offset.value = $event,
                      type: "range",
                      name: "drag",
                      min: -unref(REACH),
                      max: unref(REACH),
                      step: "0.01",
                      "aria-valuetext": `${nameOf(one.value)} dragged by ${signed(offset.value)}`
                    }, null, 8, ["onUpdate:modelValue", "min", "max", "aria-valuetext"]), [
                      [
                        vModelText,
                        offset.value,
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
                      name: nameOf(one.value)
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
const one_iteration = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-32a86c9a"]]);
export {
  one_iteration as default
};
