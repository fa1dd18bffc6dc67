import { defineComponent, ref, computed, onMounted, watch, mergeProps, useSSRContext, withCtx, unref, isRef, openBlock, createBlock, Fragment, createVNode, toDisplayString, createTextVNode, createCommentVNode, renderList } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderComponent, ssrRenderAttr, ssrRenderList, ssrIncludeBooleanAttr } from "vue/server-renderer";
import { c as choice, w as whole, u as useLab, _ as _sfc_main$3 } from "./use_lab.C-AEhXHf.js";
import { _ as _sfc_main$5 } from "./line_chart.D1U88am3.js";
import { D as DecisionMap } from "./decision_map.CgjjG1R-.js";
import { d as divergingColor } from "./diverging.CBvtVwX0.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { w as withMinus } from "./number_text.CrPAnFPp.js";
import { _ as _sfc_main$4 } from "./run_slider.dOl0Lioh.js";
import "d3-scale";
import "d3-shape";
import "./use_width.D8b87Crd.js";
const PHASES = ["start", "forward", "loss", "backward", "update"];
const OPTIMIZERS = ["sgd", "momentum", "adam"];
const RATES = ["0.01", "0.03", "0.1", "0.3", "1"];
const timeMachine = {
  name: "time_machine",
  fields: [
    choice("data", "Data", "moons", ["moons", "circles", "spirals"]),
    whole("epochs", "Epochs", 40, [1, 100]),
    whole("seed", "Seed of the start", 7, [0, 9999]),
    { ...choice("learningRate", "First: learning rate", "0.3", RATES), beginsRow: true },
    whole("batchSize", "First: batch size", 16, [1, 120]),
    choice("optimizer", "First: optimizer", "sgd", OPTIMIZERS),
    whole("order", "First: seed of the order", 1, [0, 9999]),
    { ...choice("learningRate2", "Second: learning rate", "0.3", RATES), beginsRow: true },
    whole("batchSize2", "Second: batch size", 16, [1, 120]),
    choice("optimizer2", "Second: optimizer", "momentum", OPTIMIZERS),
    whole("order2", "Second: seed of the order", 1, [0, 9999]),
    { kind: "switch", name: "own", label: "Your own run", initial: false, afterwards: true }
  ],
  author: "96aa8b77281dca8815fd8818214f4df79a596f02d75e40a3c796947f36f88727"
};
function placeAt(at) {
  if (at <= 0) return { iteration: 0, phase: "update" };
  const phase = PHASES[(at - 1) % PHASES.length];
  return { iteration: Math.floor((at - 1) / PHASES.length) + 1, phase };
}
const OWN_RUN = "own_run.json";
function lastOf({ iterations }) {
  return iterations * PHASES.length;
}
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
    widest: {},
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
        class: "weights",
        style: { width: `${100 * __props.units / __props.widest}%` },
        width: width.value,
        height: height.value,
        role: "img",
        "aria-label": __props.label
      }, _attrs))} data-v-4602eebc></canvas>`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/weight_map.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const WeightMap = /* @__PURE__ */ _export_sfc(_sfc_main$2, [["__scopeId", "data-v-4602eebc"]]);
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
      { key: "weights", name: "weights, biases below" },
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
    const widest = computed(() => Math.max(...props.moment.layers.map(({ units }) => units)));
    const done = computed(
      () => props.moment.iteration === 0 ? "beginning" : `epoch ${props.moment.epoch}, iteration ${props.moment.iteration}, ${props.moment.phase}`
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        class: "moment",
        "aria-label": __props.title
      }, _attrs))} data-v-9e205ccd><h2 data-v-9e205ccd>${ssrInterpolate(__props.title)}</h2><p class="place" data-place data-v-9e205ccd>${ssrInterpolate(done.value)}</p>`);
      if (__props.moment.map && __props.result.plane) {
        _push(ssrRenderComponent(DecisionMap, mergeProps({
          map: __props.moment.map
        }, __props.result.plane, {
          marked: __props.moment.rows,
          label: `Decision map of the ${__props.title.toLowerCase()}, ${done.value}`
        }), null, _parent));
      } else {
        _push(`<!---->`);
      }
      _push(`<dl data-v-9e205ccd><div data-v-9e205ccd><dt data-v-9e205ccd>batch of</dt><dd data-v-9e205ccd>${ssrInterpolate(__props.moment.rows.length || "–")}</dd></div><div data-v-9e205ccd><dt data-v-9e205ccd>loss</dt><dd data-number="loss"${ssrRenderAttr("data-exact", __props.moment.loss)} data-v-9e205ccd>${ssrInterpolate(short(__props.moment.loss))}</dd></div><div data-v-9e205ccd><dt data-v-9e205ccd>gradient norm</dt><dd data-number="norm"${ssrRenderAttr("data-exact", __props.moment.gradientNorm)} data-v-9e205ccd>${ssrInterpolate(short(__props.moment.gradientNorm))}</dd></div><div data-v-9e205ccd><dt data-v-9e205ccd>weights</dt><dd data-v-9e205ccd><code data-number="weights"${ssrRenderAttr("data-exact", __props.moment.weights)} data-v-9e205ccd>${ssrInterpolate(__props.moment.weights.slice(0, 8))}</code></dd></div></dl><!--[-->`);
      ssrRenderList(__props.moment.layers, (layer) => {
        _push(`<div class="layer" data-v-9e205ccd><h3 data-v-9e205ccd>${ssrInterpolate(layer.name)}: ${ssrInterpolate(layer.inputs)} inputs → ${ssrInterpolate(layer.units)} ${ssrInterpolate(layer.units === 1 ? "unit" : "units")}</h3><div class="maps" data-v-9e205ccd><!--[-->`);
        ssrRenderList(KINDS, (kind) => {
          _push(`<figure data-v-9e205ccd>`);
          _push(ssrRenderComponent(WeightMap, {
            values: layer[kind.key],
            inputs: layer.inputs,
            units: layer.units,
            largest: largest(layer, kind.key),
            widest: widest.value,
            label: `${kind.name} of ${layer.name}, norm ${norm(layer[kind.key])}`
          }, null, _parent));
          _push(`<figcaption data-v-9e205ccd>${ssrInterpolate(kind.name)}<br data-v-9e205ccd>norm <b${ssrRenderAttr("data-layer", layer.name)}${ssrRenderAttr("data-kind", kind.key)} data-v-9e205ccd>${ssrInterpolate(norm(layer[kind.key]))}</b></figcaption></figure>`);
        });
        _push(`<!--]--></div></div>`);
      });
      _push(`<!--]--><div class="state" data-v-9e205ccd><p data-v-9e205ccd>${ssrInterpolate(__props.moment.optimizer.length === 0 ? "The optimizer keeps nothing." : "What the optimizer keeps from one iteration to the next, with the root mean square of each:")}</p><ul data-v-9e205ccd><!--[-->`);
      ssrRenderList(__props.moment.optimizer, (one) => {
        _push(`<li data-v-9e205ccd>${ssrInterpolate(one.name.replaceAll(".", ".​"))} <b data-v-9e205ccd>${ssrInterpolate(short(one.size))}</b></li>`);
      });
      _push(`<!--]--></ul></div></section>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/moment_panel.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const MomentPanel = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-9e205ccd"]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "time_machine",
  __ssrInlineRender: true,
  setup(__props) {
    const { values, at, result, answer, ask, give, frame } = useLab(timeMachine);
    const trouble = ref("");
    onMounted(async () => {
      if (!values.own) return;
      try {
        const response = await fetch(OWN_RUN);
        if (!response.ok) throw new Error(response.statusText);
        give(await response.json());
      } catch {
        trouble.value = "No training run of your own is served with this page: npx epochal learn RUN/ opens one. These are the runs of the page.";
      }
    });
    const own = computed(() => {
      var _a;
      return (_a = result.value) == null ? void 0 : _a.own;
    });
    const ownFrame = computed(() => ({
      ...frame.value,
      fields: own.value ? [] : frame.value.fields,
      problems: [...frame.value.problems, ...trouble.value === "" ? [] : [trouble.value]]
    }));
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
    const names = computed(() => own.value ? [own.value.name] : ["First run", "Second run"]);
    const lines = computed(
      () => {
        var _a;
        return (((_a = result.value) == null ? void 0 : _a.runs) ?? []).map(({ losses }, index) => ({
          name: names.value[index],
          points: losses.map((loss, before) => [before + 1, loss])
        }));
      }
    );
    const isSame = computed(() => {
      var _a, _b;
      return ((_a = own.value) == null ? void 0 : _a.weights) === ((_b = result.value) == null ? void 0 : _b.weights);
    });
    const parting = computed(() => {
      var _a;
      return (_a = result.value) == null ? void 0 : _a.parting;
    });
    function atOf({ iteration, phase }) {
      return (iteration - 1) * PHASES.length + PHASES.indexOf(phase) + 1;
    }
    const difference = ({ values: values2 = [0, 0] }) => Math.abs(values2[0] - values2[1]).toPrecision(6);
    const exact = (value) => withMinus(String(value));
    return (_ctx, _push, _parent, _attrs) => {
      _push(ssrRenderComponent(_sfc_main$3, mergeProps({
        label: "Time machine",
        of: own.value ? `of ${own.value.name}` : "of the first run"
      }, ownFrame.value, _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            if (unref(result)) {
              _push2(`<!--[-->`);
              if (own.value) {
                _push2(`<p class="lab-note warm machine-parting" role="status" data-own data-v-43564373${_scopeId}><code data-v-43564373${_scopeId}>${ssrInterpolate(own.value.command)}</code><br data-v-43564373${_scopeId}>`);
                if (isSame.value) {
                  _push2(`<!--[--><b data-v-43564373${_scopeId}>The same bits:</b> trained again here, the weights after ${ssrInterpolate(unref(result).runs[0].iterations)} of ${ssrInterpolate(own.value.planned)} planned iterations are those in ${ssrInterpolate(own.value.name)}.<!--]-->`);
                } else {
                  _push2(`<!--[--><b data-v-43564373${_scopeId}>Not the same bits:</b> trained again here, the weights after ${ssrInterpolate(unref(result).runs[0].iterations)} iterations are <code data-v-43564373${_scopeId}>${ssrInterpolate(unref(result).weights.slice(0, 12))}</code>, those in ${ssrInterpolate(own.value.name)} <code data-v-43564373${_scopeId}>${ssrInterpolate(own.value.weights.slice(0, 12))}</code>. Was it resumed with another number of epochs, which its schedule goes by, or trained by another version?<!--]-->`);
                }
                _push2(`</p>`);
              } else {
                _push2(`<p class="lab-note warm machine-parting" role="status" data-v-43564373${_scopeId}>`);
                if (parting.value) {
                  _push2(`<!--[--><b data-v-43564373${_scopeId}>First difference:</b><button type="button" data-v-43564373${_scopeId}>epoch ${ssrInterpolate(parting.value.anything.epoch)}, iteration <span data-count="parting-iteration" data-v-43564373${_scopeId}>${ssrInterpolate(parting.value.anything.iteration)}</span>, <span data-count="parting-phase" data-v-43564373${_scopeId}>${ssrInterpolate(parting.value.anything.phase)}</span></button>: ${ssrInterpolate(parting.value.anything.what)}`);
                  if (parting.value.anything.values) {
                    _push2(`<!--[-->, ${ssrInterpolate(exact(parting.value.anything.values[0]))} and ${ssrInterpolate(exact(parting.value.anything.values[1]))}<!--]-->`);
                  } else {
                    _push2(`<!---->`);
                  }
                  _push2(`. `);
                  if (parting.value.weight && parting.value.weight.phase !== parting.value.anything.phase) {
                    _push2(`<!--[--> The first weight that differs: <button type="button" data-v-43564373${_scopeId}>iteration ${ssrInterpolate(parting.value.weight.iteration)}, ${ssrInterpolate(parting.value.weight.phase)}</button>: <!--]-->`);
                  } else {
                    _push2(`<!---->`);
                  }
                  if (parting.value.weight) {
                    _push2(`<!--[-->${ssrInterpolate(parting.value.weight.phase === parting.value.anything.phase ? "They differ" : `${parting.value.weight.what} differs`)} by <b data-count="parting"${ssrRenderAttr("data-exact", parting.value.weight.values && Math.abs(parting.value.weight.values[0] - parting.value.weight.values[1]))} data-v-43564373${_scopeId}>${ssrInterpolate(difference(parting.value.weight))}</b>. <!--]-->`);
                  } else {
                    _push2(`<!---->`);
                  }
                  _push2(`<!--]-->`);
                } else {
                  _push2(`<!--[--><b data-v-43564373${_scopeId}>No difference:</b> both runs are the same to the last bit.<!--]-->`);
                }
                _push2(`</p>`);
              }
              _push2(ssrRenderComponent(_sfc_main$4, {
                unit: "phase",
                modelValue: unref(at),
                "onUpdate:modelValue": ($event) => isRef(at) ? at.value = $event : null,
                last: last.value,
                text: text.value
              }, null, _parent2, _scopeId));
              _push2(`<div class="machine-jumps" data-v-43564373${_scopeId}><!--[-->`);
              ssrRenderList(jumps.value, (jump) => {
                _push2(`<span data-v-43564373${_scopeId}><button type="button"${ssrIncludeBooleanAttr(now.value === 0) ? " disabled" : ""}${ssrRenderAttr("aria-label", `One ${jump.name} back`)} data-v-43564373${_scopeId}>◀</button> ${ssrInterpolate(jump.name)} <button type="button"${ssrIncludeBooleanAttr(now.value === last.value) ? " disabled" : ""}${ssrRenderAttr("aria-label", `One ${jump.name} on`)} data-v-43564373${_scopeId}>▶</button></span>`);
              });
              _push2(`<!--]--><output data-count="place" data-v-43564373${_scopeId}>${ssrInterpolate(text.value)}</output></div>`);
              if (unref(answer)) {
                _push2(`<div class="machine-runs"${ssrRenderAttr("data-at", unref(answer).at)} data-v-43564373${_scopeId}><!--[-->`);
                ssrRenderList(unref(answer).runs, (moment, index) => {
                  _push2(ssrRenderComponent(MomentPanel, {
                    key: index,
                    title: names.value[index],
                    moment,
                    result: unref(result)
                  }, null, _parent2, _scopeId));
                });
                _push2(`<!--]--></div>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(ssrRenderComponent(_sfc_main$5, {
                lines: lines.value,
                "x-label": "iterations",
                "y-label": "loss of each batch",
                end: { at: Math.max(place.value.iteration, 1), name: "now" }
              }, null, _parent2, _scopeId));
              _push2(`<!--]-->`);
            } else {
              _push2(`<!---->`);
            }
          } else {
            return [
              unref(result) ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                own.value ? (openBlock(), createBlock("p", {
                  key: 0,
                  class: "lab-note warm machine-parting",
                  role: "status",
                  "data-own": ""
                }, [
                  createVNode("code", null, toDisplayString(own.value.command), 1),
                  createVNode("br"),
                  isSame.value ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                    createVNode("b", null, "The same bits:"),
                    createTextVNode(" trained again here, the weights after " + toDisplayString(unref(result).runs[0].iterations) + " of " + toDisplayString(own.value.planned) + " planned iterations are those in " + toDisplayString(own.value.name) + ".", 1)
                  ], 64)) : (openBlock(), createBlock(Fragment, { key: 1 }, [
                    createVNode("b", null, "Not the same bits:"),
                    createTextVNode(" trained again here, the weights after " + toDisplayString(unref(result).runs[0].iterations) + " iterations are ", 1),
                    createVNode("code", null, toDisplayString(unref(result).weights.slice(0, 12)), 1),
                    createTextVNode(", those in " + toDisplayString(own.value.name) + " ", 1),
                    createVNode("code", null, toDisplayString(own.value.weights.slice(0, 12)), 1),
                    createTextVNode(". Was it resumed with another number of epochs, which its schedule goes by, or trained by another version?")
                  ], 64))
                ])) : (openBlock(), createBlock("p", {
                  key: 1,
                  class: "lab-note warm machine-parting",
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
                ])),
                createVNode(_sfc_main$4, {
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
                  key: 2,
                  class: "machine-runs",
                  "data-at": unref(answer).at
                }, [
                  (openBlock(true), createBlock(Fragment, null, renderList(unref(answer).runs, (moment, index) => {
                    return openBlock(), createBlock(MomentPanel, {
                      key: index,
                      title: names.value[index],
                      moment,
                      result: unref(result)
                    }, null, 8, ["title", "moment", "result"]);
                  }), 128))
                ], 8, ["data-at"])) : createCommentVNode("", true),
                createVNode(_sfc_main$5, {
                  lines: lines.value,
                  "x-label": "iterations",
                  "y-label": "loss of each batch",
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
const time_machine = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-43564373"]]);
export {
  time_machine as default
};
