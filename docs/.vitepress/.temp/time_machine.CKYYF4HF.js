import { defineComponent, ref, onMounted, watch, mergeProps, useSSRContext, computed, unref, withCtx, isRef, openBlock, createBlock, Fragment, createVNode, createTextVNode, toDisplayString, createCommentVNode, renderList } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderComponent, ssrRenderAttr, ssrRenderList, ssrIncludeBooleanAttr } from "vue/server-renderer";
import { w as whole, u as useLab, _ as _sfc_main$4 } from "./use_lab.9ZYJVlcV.js";
import { _ as _sfc_main$6 } from "./line_chart.BDHnLgSb.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { _ as _sfc_main$5 } from "./run_slider.dOl0Lioh.js";
import "d3-scale";
import "d3-shape";
const PHASES = ["start", "forward", "loss", "backward", "update"];
const OPTIMIZERS = ["sgd", "momentum", "adam"];
const RATES = ["0.01", "0.03", "0.1", "0.3", "1"];
function choice(name, label, initial, options) {
  return { kind: "choice", name, label, initial, options };
}
const timeMachine = {
  name: "time_machine",
  fields: [
    choice("data", "Data", "moons", ["moons", "circles", "spirals"]),
    whole("epochs", "Epochs", 40, [1, 100]),
    whole("seed", "Seed of the start", 7, [0, 9999]),
    choice("learningRate", "First: learning rate", "0.3", RATES),
    whole("batchSize", "First: batch size", 16, [1, 120]),
    choice("optimizer", "First: optimizer", "sgd", OPTIMIZERS),
    whole("order", "First: seed of the order", 1, [0, 9999]),
    choice("learningRate2", "Second: learning rate", "0.3", RATES),
    whole("batchSize2", "Second: batch size", 16, [1, 120]),
    choice("optimizer2", "Second: optimizer", "momentum", OPTIMIZERS),
    whole("order2", "Second: seed of the order", 1, [0, 9999])
  ],
  author: "96aa8b77281dca8815fd8818214f4df79a596f02d75e40a3c796947f36f88727"
};
function placeAt(at) {
  if (at <= 0) return { iteration: 0, phase: "update" };
  const phase = PHASES[(at - 1) % PHASES.length];
  return { iteration: Math.floor((at - 1) / PHASES.length) + 1, phase };
}
function lastOf({ iterations }) {
  return iterations * PHASES.length;
}
const BLUE = [0, 114, 178];
const ORANGE = [213, 94, 0];
const WHITE = [250, 250, 250];
function divergingColor(value) {
  if (Number.isNaN(value)) return "#888";
  const end = value < 0 ? BLUE : ORANGE;
  const part = Math.min(1, Math.abs(value)) * 0.85;
  const mixed = WHITE.map((white, channel) => Math.round(white + part * (end[channel] - white)));
  return `rgb(${mixed.join(" ")})`;
}
const SIZE = 400;
const _sfc_main$3 = /* @__PURE__ */ defineComponent({
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
    function draw() {
      var _a;
      const context = (_a = canvas.value) == null ? void 0 : _a.getContext("2d");
      if (!context) return;
      const cells = Math.sqrt(props.map.length);
      const side = SIZE / cells;
      props.map.forEach((probability, index) => {
        context.fillStyle = divergingColor(2 * probability - 1);
        const [column, row] = [index % cells, Math.floor(index / cells)];
        context.fillRect(column * side, SIZE - (row + 1) * side, side, side);
      });
      const marked = new Set(props.marked);
      props.classes.forEach((one, sample) => {
        const x = position(props.inputs[2 * sample], props.area.x);
        const y = SIZE - position(props.inputs[2 * sample + 1], props.area.y);
        context.beginPath();
        if (one === 0) context.arc(x, y, 5, 0, 2 * Math.PI);
        else context.rect(x - 4.5, y - 4.5, 9, 9);
        context.fillStyle = one === 0 ? "#0072b2" : "#b34700";
        context.fill();
        context.lineWidth = marked.has(sample) ? 3 : 1;
        context.strokeStyle = marked.has(sample) ? "#000" : "#fff";
        context.stroke();
      });
    }
    const position = (value, [low, high]) => (value - low) / (high - low) * SIZE;
    onMounted(draw);
    watch(() => [props.map, props.marked, props.inputs], draw);
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<canvas${ssrRenderAttrs(mergeProps({
        ref_key: "canvas",
        ref: canvas,
        class: "decision-map",
        width: SIZE,
        height: SIZE,
        role: "img",
        "aria-label": __props.label
      }, _attrs))} data-v-08ed125c></canvas>`);
    };
  }
});
const _sfc_setup$3 = _sfc_main$3.setup;
_sfc_main$3.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/decision_map.vue");
  return _sfc_setup$3 ? _sfc_setup$3(props, ctx) : void 0;
};
const DecisionMap = /* @__PURE__ */ _export_sfc(_sfc_main$3, [["__scopeId", "data-v-08ed125c"]]);
const CELL = 20;
const GAP = 6;
const _sfc_main$2 = /* @__PURE__ */ defineComponent({
  __name: "weight_map",
  __ssrInlineRender: true,
  props: {
    values: {},
    inputs: {},
    units: {},
    largest: {},
    label: {}
  },
  setup(__props) {
    const props = __props;
    const canvas = ref();
    const width = computed(() => props.units * CELL);
    const height = computed(() => (props.inputs + 1) * CELL + GAP);
    function draw() {
      var _a, _b;
      const context = (_a = canvas.value) == null ? void 0 : _a.getContext("2d");
      if (!context) return;
      context.clearRect(0, 0, width.value, height.value);
      for (let index = 0; index < (props.inputs + 1) * props.units; index++) {
        const [input, unit] = [Math.floor(index / props.units), index % props.units];
        const y = input * CELL + (input === props.inputs ? GAP : 0);
        const value = (_b = props.values) == null ? void 0 : _b[index];
        context.fillStyle = value === void 0 ? "rgb(128 128 128 / 0.2)" : divergingColor(value / (props.largest || 1));
        context.fillRect(unit * CELL + 1, y + 1, CELL - 2, CELL - 2);
      }
    }
    onMounted(draw);
    watch(() => [props.values, props.largest], draw, { flush: "post" });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<canvas${ssrRenderAttrs(mergeProps({
        ref_key: "canvas",
        ref: canvas,
        width: width.value,
        height: height.value,
        role: "img",
        "aria-label": __props.label
      }, _attrs))}></canvas>`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/weight_map.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "moment_panel",
  __ssrInlineRender: true,
  props: {
    title: {},
    moment: {},
    result: {}
  },
  setup(__props) {
    const props = __props;
    const KINDS = [
      { key: "weights", name: "weights" },
      { key: "change", name: "change since the beginning" },
      { key: "gradients", name: "gradients" }
    ];
    function largest(layer, kind) {
      return (layer[kind] ?? []).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    }
    function norm(values) {
      if (values === void 0) return "–";
      return short(Math.hypot(...values));
    }
    const short = (value) => value === void 0 || Number.isNaN(value) ? "–" : value.toPrecision(4);
    const done = computed(
      () => props.moment.iteration === 0 ? "beginning" : `epoch ${props.moment.epoch}, iteration ${props.moment.iteration}, ${props.moment.phase}`
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "moment",
        "aria-label": __props.title
      }, _attrs))} data-v-ddb3b81e><h3 data-v-ddb3b81e>${ssrInterpolate(__props.title)}</h3><p class="place" data-place data-v-ddb3b81e>${ssrInterpolate(done.value)}</p>`);
      _push(ssrRenderComponent(DecisionMap, {
        map: __props.moment.map,
        area: __props.result.area,
        inputs: __props.result.inputs,
        classes: __props.result.classes,
        marked: __props.moment.rows,
        label: `Decision map of the ${__props.title.toLowerCase()}, ${done.value}`
      }, null, _parent));
      _push(`<dl data-v-ddb3b81e><div data-v-ddb3b81e><dt data-v-ddb3b81e>batch of</dt><dd data-v-ddb3b81e>${ssrInterpolate(__props.moment.rows.length || "–")}</dd></div><div data-v-ddb3b81e><dt data-v-ddb3b81e>loss</dt><dd data-number="loss"${ssrRenderAttr("data-exact", __props.moment.loss)} data-v-ddb3b81e>${ssrInterpolate(short(__props.moment.loss))}</dd></div><div data-v-ddb3b81e><dt data-v-ddb3b81e>gradient norm</dt><dd data-number="norm"${ssrRenderAttr("data-exact", __props.moment.gradientNorm)} data-v-ddb3b81e>${ssrInterpolate(short(__props.moment.gradientNorm))}</dd></div><div data-v-ddb3b81e><dt data-v-ddb3b81e>weights</dt><dd data-v-ddb3b81e><code data-number="weights"${ssrRenderAttr("data-exact", __props.moment.weights)} data-v-ddb3b81e>${ssrInterpolate(__props.moment.weights.slice(0, 8))}</code></dd></div></dl><!--[-->`);
      ssrRenderList(__props.moment.layers, (layer) => {
        _push(`<div class="layer" data-v-ddb3b81e><h4 data-v-ddb3b81e>${ssrInterpolate(layer.name)}: ${ssrInterpolate(layer.inputs)} → ${ssrInterpolate(layer.units)}</h4><div class="maps" data-v-ddb3b81e><!--[-->`);
        ssrRenderList(KINDS, (kind) => {
          _push(`<figure data-v-ddb3b81e>`);
          _push(ssrRenderComponent(_sfc_main$2, {
            values: layer[kind.key],
            inputs: layer.inputs,
            units: layer.units,
            largest: largest(layer, kind.key),
            label: `${kind.name} of ${layer.name}, norm ${norm(layer[kind.key])}`
          }, null, _parent));
          _push(`<figcaption data-v-ddb3b81e>${ssrInterpolate(kind.name)}<br data-v-ddb3b81e>norm <b${ssrRenderAttr("data-layer", layer.name)}${ssrRenderAttr("data-kind", kind.key)} data-v-ddb3b81e>${ssrInterpolate(norm(layer[kind.key]))}</b></figcaption></figure>`);
        });
        _push(`<!--]--></div></div>`);
      });
      _push(`<!--]--><p class="state" data-v-ddb3b81e>`);
      if (__props.moment.optimizer.length === 0) {
        _push(`<!--[-->The optimizer keeps nothing.<!--]-->`);
      } else {
        _push(`<!--[-->The optimizer keeps ${ssrInterpolate(__props.moment.optimizer.length)} tensors: <!--[-->`);
        ssrRenderList(__props.moment.optimizer, (one) => {
          _push(`<span data-v-ddb3b81e><code data-v-ddb3b81e>${ssrInterpolate(one.name)}</code> ${ssrInterpolate(short(one.size))}; </span>`);
        });
        _push(`<!--]--> root mean squares. <!--]-->`);
      }
      _push(`</p></section>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/moment_panel.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const MomentPanel = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-ddb3b81e"]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "time_machine",
  __ssrInlineRender: true,
  setup(__props) {
    const { at, result, answer, ask, frame } = useLab(
      timeMachine
    );
    const last = computed(() => {
      var _a;
      return Math.max(...(((_a = result.value) == null ? void 0 : _a.runs) ?? []).map(lastOf));
    });
    const now = computed(() => Math.min(at.value, last.value));
    const place = computed(() => placeAt(now.value));
    watch([result, now], () => result.value && ask({ at: now.value }));
    const text = computed(() => {
      var _a;
      if (now.value === 0) return "before the first iteration";
      const { iteration, phase } = place.value;
      const epoch = Math.ceil(iteration / (((_a = result.value) == null ? void 0 : _a.runs[0].iterationsPerEpoch) ?? 1));
      return `epoch ${epoch}, iteration ${iteration}, ${phase}`;
    });
    const jumps = computed(() => {
      var _a;
      return [
        { name: "epoch", size: PHASES.length * (((_a = result.value) == null ? void 0 : _a.runs[0].iterationsPerEpoch) ?? 1) },
        { name: "iteration", size: PHASES.length }
      ];
    });
    function move(by) {
      at.value = Math.min(Math.max(now.value + by, 0), last.value);
    }
    const NAMES = ["First run", "Second run"];
    const lines = computed(
      () => {
        var _a;
        return (((_a = result.value) == null ? void 0 : _a.runs) ?? []).map(({ losses }, index) => ({
          name: NAMES[index],
          points: losses.map((loss, before) => [before + 1, loss])
        }));
      }
    );
    const parting = computed(() => {
      var _a;
      return (_a = result.value) == null ? void 0 : _a.parting;
    });
    function atOf({ iteration, phase }) {
      return (iteration - 1) * PHASES.length + PHASES.indexOf(phase) + 1;
    }
    const difference = ({ values = [0, 0] }) => Math.abs(values[0] - values[1]).toPrecision(6);
    const exact = (value) => String(value).replace("-", "−");
    return (_ctx, _push, _parent, _attrs) => {
      _push(ssrRenderComponent(_sfc_main$4, mergeProps({
        label: "Time machine",
        of: "of the first run"
      }, unref(frame), _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            if (unref(result)) {
              _push2(`<!--[--><p class="machine-parting" role="status" data-v-9e4dc51e${_scopeId}>`);
              if (parting.value) {
                _push2(`<!--[--><b data-v-9e4dc51e${_scopeId}>First difference:</b><button type="button" data-v-9e4dc51e${_scopeId}>epoch ${ssrInterpolate(parting.value.anything.epoch)}, iteration <span data-count="parting-iteration" data-v-9e4dc51e${_scopeId}>${ssrInterpolate(parting.value.anything.iteration)}</span>, <span data-count="parting-phase" data-v-9e4dc51e${_scopeId}>${ssrInterpolate(parting.value.anything.phase)}</span></button>: ${ssrInterpolate(parting.value.anything.what)}`);
                if (parting.value.anything.values) {
                  _push2(`<!--[-->, ${ssrInterpolate(exact(parting.value.anything.values[0]))} and ${ssrInterpolate(exact(parting.value.anything.values[1]))}<!--]-->`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`. `);
                if (parting.value.weight && parting.value.weight.phase !== parting.value.anything.phase) {
                  _push2(`<!--[--> The first weight that differs: <button type="button" data-v-9e4dc51e${_scopeId}>iteration ${ssrInterpolate(parting.value.weight.iteration)}, ${ssrInterpolate(parting.value.weight.phase)}</button>: <!--]-->`);
                } else {
                  _push2(`<!---->`);
                }
                if (parting.value.weight) {
                  _push2(`<!--[-->${ssrInterpolate(parting.value.weight.phase === parting.value.anything.phase ? "They differ" : `${parting.value.weight.what} differs`)} by <b data-count="parting"${ssrRenderAttr("data-exact", parting.value.weight.values && Math.abs(parting.value.weight.values[0] - parting.value.weight.values[1]))} data-v-9e4dc51e${_scopeId}>${ssrInterpolate(difference(parting.value.weight))}</b>. <!--]-->`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`<!--]-->`);
              } else {
                _push2(`<!--[--><b data-v-9e4dc51e${_scopeId}>No difference:</b> both runs are the same to the last bit.<!--]-->`);
              }
              _push2(`</p>`);
              _push2(ssrRenderComponent(_sfc_main$5, {
                unit: "phase",
                modelValue: unref(at),
                "onUpdate:modelValue": ($event) => isRef(at) ? at.value = $event : null,
                last: last.value,
                text: text.value
              }, null, _parent2, _scopeId));
              _push2(`<div class="machine-jumps" data-v-9e4dc51e${_scopeId}><!--[-->`);
              ssrRenderList(jumps.value, (jump) => {
                _push2(`<span data-v-9e4dc51e${_scopeId}><button type="button"${ssrIncludeBooleanAttr(now.value === 0) ? " disabled" : ""}${ssrRenderAttr("aria-label", `One ${jump.name} back`)} data-v-9e4dc51e${_scopeId}>◀</button> ${ssrInterpolate(jump.name)} <button type="button"${ssrIncludeBooleanAttr(now.value === last.value) ? " disabled" : ""}${ssrRenderAttr("aria-label", `One ${jump.name} on`)} data-v-9e4dc51e${_scopeId}>▶</button></span>`);
              });
              _push2(`<!--]--><output data-count="place" data-v-9e4dc51e${_scopeId}>${ssrInterpolate(text.value)}</output></div>`);
              if (unref(answer)) {
                _push2(`<div class="machine-runs"${ssrRenderAttr("data-at", unref(answer).at)} data-v-9e4dc51e${_scopeId}><!--[-->`);
                ssrRenderList(unref(answer).runs, (moment, index) => {
                  _push2(ssrRenderComponent(MomentPanel, {
                    key: index,
                    title: NAMES[index],
                    moment,
                    result: unref(result)
                  }, null, _parent2, _scopeId));
                });
                _push2(`<!--]--></div>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(ssrRenderComponent(_sfc_main$6, {
                lines: lines.value,
                "x-label": "iterations",
                "y-label": "loss of each batch",
                legend: "",
                end: { at: Math.max(place.value.iteration, 1), name: "now" }
              }, null, _parent2, _scopeId));
              _push2(`<!--]-->`);
            } else {
              _push2(`<!---->`);
            }
          } else {
            return [
              unref(result) ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                createVNode("p", {
                  class: "machine-parting",
                  role: "status"
                }, [
                  parting.value ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                    createVNode("b", null, "First difference:"),
                    createVNode("button", {
                      type: "button",
                      onClick: ($event) => at.value = atOf(parting.value.anything)
                    }, [
                      createTextVNode("epoch " + toDisplayString(parting.value.anything.epoch) + ", iteration ", 1),
                      createVNode("span", { "data-count": "parting-iteration" }, toDisplayString(parting.value.anything.iteration), 1),
                      createTextVNode(", "),
                      createVNode("span", { "data-count": "parting-phase" }, toDisplayString(parting.value.anything.phase), 1)
                    ], 8, ["onClick"]),
                    createTextVNode(": " + toDisplayString(parting.value.anything.what), 1),
                    parting.value.anything.values ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                      createTextVNode(", " + toDisplayString(exact(parting.value.anything.values[0])) + " and " + toDisplayString(exact(parting.value.anything.values[1])), 1)
                    ], 64)) : createCommentVNode("", true),
                    createTextVNode(". "),
                    parting.value.weight && parting.value.weight.phase !== parting.value.anything.phase ? (openBlock(), createBlock(Fragment, { key: 1 }, [
                      createTextVNode(" The first weight that differs: "),
                      createVNode("button", {
                        type: "button",
                        onClick: ($event) => at.value = atOf(parting.value.weight)
                      }, "iteration " + toDisplayString(parting.value.weight.iteration) + ", " + toDisplayString(parting.value.weight.phase), 9, ["onClick"]),
                      createTextVNode(": ")
                    ], 64)) : createCommentVNode("", true),
                    parting.value.weight ? (openBlock(), createBlock(Fragment, { key: 2 }, [
                      createTextVNode(toDisplayString(parting.value.weight.phase === parting.value.anything.phase ? "They differ" : `${parting.value.weight.what} differs`) + " by ", 1),
                      createVNode("b", {
                        "data-count": "parting",
                        "data-exact": parting.value.weight.values && Math.abs(parting.value.weight.values[0] - parting.value.weight.values[1])
                      }, toDisplayString(difference(parting.value.weight)), 9, ["data-exact"]),
                      createTextVNode(". ")
                    ], 64)) : createCommentVNode("", true)
                  ], 64)) : (openBlock(), createBlock(Fragment, { key: 1 }, [
                    createVNode("b", null, "No difference:"),
                    createTextVNode(" both runs are the same to the last bit.")
                  ], 64))
                ]),
                createVNode(_sfc_main$5, {
                  unit: "phase",
                  modelValue: unref(at),
                  "onUpdate:modelValue": ($event) => isRef(at) ? at.value = $event : null,
                  last: last.value,
                  text: text.value
                }, null, 8, ["modelValue", "onUpdate:modelValue", "last", "text"]),
                createVNode("div", { class: "machine-jumps" }, [
                  (openBlock(true), createBlock(Fragment, null, renderList(jumps.value, (jump) => {
                    return openBlock(), createBlock("span", {
                      key: jump.name
                    }, [
                      createVNode("button", {
                        type: "button",
                        disabled: now.value === 0,
                        "aria-label": `One ${jump.name} back`,
                        onClick: ($event) => move(-jump.size)
                      }, "◀", 8, ["disabled", "aria-label", "onClick"]),
                      createTextVNode(" " + toDisplayString(jump.name) + " ", 1),
                      createVNode("button", {
                        type: "button",
                        disabled: now.value === last.value,
                        "aria-label": `One ${jump.name} on`,
                        onClick: ($event) => move(jump.size)
                      }, "▶", 8, ["disabled", "aria-label", "onClick"])
                    ]);
                  }), 128)),
                  createVNode("output", { "data-count": "place" }, toDisplayString(text.value), 1)
                ]),
                unref(answer) ? (openBlock(), createBlock("div", {
                  key: 0,
                  class: "machine-runs",
                  "data-at": unref(answer).at
                }, [
                  (openBlock(true), createBlock(Fragment, null, renderList(unref(answer).runs, (moment, index) => {
                    return openBlock(), createBlock(MomentPanel, {
                      key: index,
                      title: NAMES[index],
                      moment,
                      result: unref(result)
                    }, null, 8, ["title", "moment", "result"]);
                  }), 128))
                ], 8, ["data-at"])) : createCommentVNode("", true),
                createVNode(_sfc_main$6, {
                  lines: lines.value,
                  "x-label": "iterations",
                  "y-label": "loss of each batch",
                  legend: "",
                  end: { at: Math.max(place.value.iteration, 1), name: "now" }
                }, null, 8, ["lines", "end"])
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/time_machine.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const time_machine = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-9e4dc51e"]]);
export {
  time_machine as default
};
