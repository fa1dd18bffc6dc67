import { defineComponent, computed, mergeProps, useSSRContext, unref, withCtx, isRef, openBlock, createBlock, Fragment, renderList, toDisplayString, createVNode, createCommentVNode, createTextVNode } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent, ssrRenderList, ssrInterpolate } from "vue/server-renderer";
import { c as choice, w as whole, u as useLab, _ as _sfc_main$2 } from "./use_lab.C-AEhXHf.js";
import { scaleLinear } from "d3-scale";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { _ as _sfc_main$3 } from "./line_chart.D1U88am3.js";
import { m as measuredText, p as powerOfTen } from "./number_text.CrPAnFPp.js";
import { _ as _sfc_main$4 } from "./run_slider.dOl0Lioh.js";
import "d3-shape";
import "./use_width.D8b87Crd.js";
const STARTS = ["zeros", "small", "He", "Glorot", "too large"];
const DECADES = { low: -15, high: 5 };
const initialization = {
  name: "initialization",
  fields: [
    choice("start", "Initial weights", "small", [...STARTS]),
    choice("activation", "Activation", "tanh", ["relu", "tanh", "sigmoid"]),
    whole("depth", "Hidden layers", 8, [2, 12]),
    choice("learningRate", "Learning rate", "0.1", ["0.003", "0.01", "0.03", "0.1"]),
    whole("epochs", "Epochs", 6, [1, 20]),
    whole("seed", "Seed", 7, [0, 9999])
  ],
  author: "aeca20df430ae9d42ef8ebd695591810df78b3cab697b4aa07a87f2ba327f1bc"
};
function vanished({ layers }) {
  const norms = layers.map(({ gradientNorm }) => gradientNorm);
  return norms[0] / norms[norms.length - 1];
}
const WIDTH = 160;
const HEIGHT = 36;
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "bar_histogram",
  __ssrInlineRender: true,
  props: {
    counts: {},
    label: {}
  },
  setup(__props) {
    const props = __props;
    const bars = computed(() => {
      const x = scaleLinear([0, props.counts.length], [0, WIDTH]);
      const y = scaleLinear([0, Math.max(1, ...props.counts)], [0, HEIGHT]);
      const all = props.counts.map((count, bin) => {
        const height = count === 0 ? 0 : Math.max(1, y(count));
        return height === 0 ? "" : `M${x(bin) + 0.5} ${HEIGHT}v${-height}h${x(1) - 1}v${height}z`;
      });
      return all.join("");
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<svg${ssrRenderAttrs(mergeProps({
        class: "histogram",
        viewBox: `0 0 ${WIDTH} ${HEIGHT + 1}`,
        role: "img",
        "aria-label": __props.label,
        "data-counts": __props.counts.join()
      }, _attrs))} data-v-ed5e91ea><path class="base"${ssrRenderAttr("d", `M0 ${HEIGHT + 0.5}H${WIDTH}`)} data-v-ed5e91ea></path><path class="bars"${ssrRenderAttr("d", bars.value)} data-v-ed5e91ea></path></svg>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/bar_histogram.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const BarHistogram = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-ed5e91ea"]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "initialization_view",
  __ssrInlineRender: true,
  setup(__props) {
    const { values, at, result, frame } = useLab(initialization);
    const runs = computed(() => {
      var _a;
      return ((_a = result.value) == null ? void 0 : _a.runs) ?? [];
    });
    const last = computed(() => Math.max(1, ...runs.value.map(({ moments }) => moments.length)) - 1);
    const epochs = computed(() => Math.min(at.value, last.value));
    const networks = computed(
      () => runs.value.map((run) => ({ ...run, moment: run.moments.at(epochs.value) }))
    );
    const layers = computed(() => {
      const deepest = Math.max(...networks.value.map(({ moment }) => (moment == null ? void 0 : moment.layers.length) ?? 0));
      return Array.from({ length: deepest }, (_, index) => ({
        number: index + 1,
        seen: networks.value.map(({ name, moment }) => ({ name, layer: moment == null ? void 0 : moment.layers[index] }))
      }));
    });
    const norms = computed(
      () => networks.value.map(({ name, moment }) => ({
        name,
        points: ((moment == null ? void 0 : moment.layers) ?? []).map(
          ({ gradientNorm }, index) => [index + 1, gradientNorm]
        )
      }))
    );
    const hasNorms = computed(
      () => norms.value.some(({ points }) => points.some(([, norm]) => norm > 0))
    );
    const lines = computed(
      () => runs.value.map(({ name, losses }) => ({
        name,
        points: losses.map((loss, epoch) => [epoch + 1, loss])
      }))
    );
    const hasCurves = computed(() => lines.value.some(({ points }) => points.length > 1));
    const text = computed(() => {
      if (epochs.value === 0) return "first iteration";
      return `after ${epochs.value} ${epochs.value === 1 ? "epoch" : "epochs"}`;
    });
    const share = (part) => `${(100 * part).toFixed(part > 0 && part < 0.1 ? 1 : 0)} %`;
    function sentenceOf(moment) {
      const norms2 = moment.layers.map(({ gradientNorm }) => gradientNorm);
      if (moment.layers.every(({ differentUnits }) => differentUnits === 1))
        return "all units of a layer do the same. Equal weights get equal gradients, so this stays so: a layer of 32 units is worth one.";
      if (norms2.includes(0)) return "some layers get no gradient at all.";
      const part = vanished(moment);
      if (part < 0.1)
        return `vanishing: the gradient of the first layer is ${measuredText(part)} of that of the last one.`;
      if (part > 10)
        return `exploding: the gradient of the first layer is ${measuredText(part)} times that of the last one.`;
      if (Math.max(...norms2) < 1e-3)
        return "the gradients of all layers are tiny: on the way forward the activations have shrunk to nothing.";
      if (Math.max(...norms2) > 100)
        return "the gradients of all layers are huge: an update throws the weights far away.";
      return "the gradients of all layers are of about the same size.";
    }
    function rangeOf({ range }) {
      return `${measuredText(-range)} to ${measuredText(range)}`;
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(ssrRenderComponent(_sfc_main$2, mergeProps({
        label: "Initialization and depth",
        of: "of the plain network"
      }, unref(frame), _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            if (unref(result)) {
              _push2(`<!--[--><!--[-->`);
              ssrRenderList(runs.value.filter(({ trouble }) => trouble !== ""), (one) => {
                _push2(`<p class="lab-problem"${ssrRenderAttr("data-trouble", one.name)} data-v-06ef46fd${_scopeId}> The ${ssrInterpolate(one.name)} network ended in epoch ${ssrInterpolate(one.losses.length + 1)}: ${ssrInterpolate(one.trouble)}</p>`);
              });
              _push2(`<!--]-->`);
              if (hasCurves.value) {
                _push2(`<!--[-->`);
                _push2(ssrRenderComponent(_sfc_main$3, {
                  lines: lines.value,
                  linear: "",
                  until: Number(unref(values).epochs),
                  "x-label": "epochs",
                  "y-label": "training loss",
                  legend: "network"
                }, null, _parent2, _scopeId));
                _push2(`<table class="lab-table" data-v-06ef46fd${_scopeId}><caption data-v-06ef46fd${_scopeId}>Training loss</caption><thead data-v-06ef46fd${_scopeId}><tr data-v-06ef46fd${_scopeId}><th scope="col" data-v-06ef46fd${_scopeId}>network</th><th scope="col" data-v-06ef46fd${_scopeId}>first epoch</th><th scope="col" data-v-06ef46fd${_scopeId}>last epoch</th></tr></thead><tbody data-v-06ef46fd${_scopeId}><!--[-->`);
                ssrRenderList(runs.value, (one) => {
                  _push2(`<tr data-v-06ef46fd${_scopeId}><th scope="row" data-v-06ef46fd${_scopeId}>${ssrInterpolate(one.name)}</th>`);
                  if (one.losses.length > 0) {
                    _push2(`<!--[--><td data-v-06ef46fd${_scopeId}>${ssrInterpolate(unref(measuredText)(one.losses[0]))}</td><td data-last${ssrRenderAttr("data-exact", one.losses.at(-1))} data-v-06ef46fd${_scopeId}>${ssrInterpolate(unref(measuredText)(one.losses.at(-1) ?? 0))}</td><!--]-->`);
                  } else {
                    _push2(`<td colspan="2" data-v-06ef46fd${_scopeId}>ended early</td>`);
                  }
                  _push2(`</tr>`);
                });
                _push2(`<!--]--></tbody></table><!--]-->`);
              } else {
                _push2(`<!---->`);
              }
              _push2(ssrRenderComponent(_sfc_main$4, {
                unit: "epoch",
                modelValue: unref(at),
                "onUpdate:modelValue": ($event) => isRef(at) ? at.value = $event : null,
                last: last.value,
                text: text.value
              }, null, _parent2, _scopeId));
              _push2(`<p data-v-06ef46fd${_scopeId}><b data-v-06ef46fd${_scopeId}>${ssrInterpolate(text.value.charAt(0).toUpperCase() + text.value.slice(1))}</b></p><div role="status" data-v-06ef46fd${_scopeId}><!--[-->`);
              ssrRenderList(networks.value, ({ name, moment }) => {
                _push2(`<p data-v-06ef46fd${_scopeId}><b data-v-06ef46fd${_scopeId}>${ssrInterpolate(name)}</b>: `);
                if (moment) {
                  _push2(`<!--[--> loss of the batch <span${ssrRenderAttr("data-loss", name)}${ssrRenderAttr("data-exact", moment.loss)} data-v-06ef46fd${_scopeId}>${ssrInterpolate(unref(measuredText)(moment.loss))}</span>; ${ssrInterpolate(sentenceOf(moment))}<!--]-->`);
                } else {
                  _push2(`<!--[-->ended early.<!--]-->`);
                }
                _push2(`</p>`);
              });
              _push2(`<!--]--></div><table class="lab-table layers" data-v-06ef46fd${_scopeId}><caption data-v-06ef46fd${_scopeId}> Layer by layer, from the input on: how often numbers lie where. Activations<!--[-->`);
              ssrRenderList(networks.value, ({ name, moment }) => {
                _push2(`<!--[-->`);
                if (moment) {
                  _push2(`<!--[--> of the ${ssrInterpolate(name)} network from ${ssrInterpolate(rangeOf(moment.layers[0]))},<!--]-->`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`<!--]-->`);
              });
              _push2(`<!--]--> gradients by powers of ten, from ${ssrInterpolate(unref(powerOfTen)(unref(DECADES).low))} to ${ssrInterpolate(unref(powerOfTen)(unref(DECADES).high))}. Below the bars is their size: of activations the root of the mean of their squares, of gradients the root of their sum of squares. </caption><thead data-v-06ef46fd${_scopeId}><tr data-v-06ef46fd${_scopeId}><td data-v-06ef46fd${_scopeId}></td><!--[-->`);
              ssrRenderList(networks.value, ({ name }) => {
                _push2(`<th scope="colgroup" colspan="2" data-v-06ef46fd${_scopeId}>${ssrInterpolate(name)}</th>`);
              });
              _push2(`<!--]--></tr><tr data-v-06ef46fd${_scopeId}><th scope="col" data-v-06ef46fd${_scopeId}>layer</th><!--[-->`);
              ssrRenderList(networks.value, ({ name }) => {
                _push2(`<!--[--><th scope="col" data-v-06ef46fd${_scopeId}>activations</th><th scope="col" data-v-06ef46fd${_scopeId}>gradients</th><!--]-->`);
              });
              _push2(`<!--]--></tr></thead><tbody data-v-06ef46fd${_scopeId}><!--[-->`);
              ssrRenderList(layers.value, ({ number, seen }) => {
                _push2(`<tr data-v-06ef46fd${_scopeId}><th scope="row" data-v-06ef46fd${_scopeId}>${ssrInterpolate(number)}</th><!--[-->`);
                ssrRenderList(seen, ({ name, layer }) => {
                  _push2(`<!--[-->`);
                  if (layer) {
                    _push2(`<!--[--><td data-v-06ef46fd${_scopeId}>`);
                    _push2(ssrRenderComponent(BarHistogram, {
                      "data-activations": name,
                      counts: layer.activations,
                      label: `Activations of layer ${number}, ${name}: from ${rangeOf(layer)}`
                    }, null, _parent2, _scopeId));
                    _push2(`<span${ssrRenderAttr("data-size", name)}${ssrRenderAttr("data-exact", layer.size)} data-v-06ef46fd${_scopeId}>${ssrInterpolate(unref(measuredText)(layer.size))}</span></td><td data-v-06ef46fd${_scopeId}>`);
                    _push2(ssrRenderComponent(BarHistogram, {
                      "data-gradients": name,
                      counts: layer.gradients,
                      label: `Gradients of layer ${number}, ${name}: ${layer.zeroGradients} are 0`
                    }, null, _parent2, _scopeId));
                    _push2(`<span${ssrRenderAttr("data-norm", name)}${ssrRenderAttr("data-exact", layer.gradientNorm)} data-v-06ef46fd${_scopeId}>${ssrInterpolate(unref(measuredText)(layer.gradientNorm))}</span></td><!--]-->`);
                  } else {
                    _push2(`<td colspan="2" data-v-06ef46fd${_scopeId}>ended early</td>`);
                  }
                  _push2(`<!--]-->`);
                });
                _push2(`<!--]--></tr>`);
              });
              _push2(`<!--]--></tbody></table>`);
              if (hasNorms.value) {
                _push2(ssrRenderComponent(_sfc_main$3, {
                  lines: norms.value,
                  "log-y": "",
                  linear: "",
                  "x-label": "layer, from the input on",
                  "y-label": "norm of the gradient of a layer’s weights",
                  legend: "network"
                }, null, _parent2, _scopeId));
              } else {
                _push2(`<p data-v-06ef46fd${_scopeId}>No layer but the last has a gradient: there is no line to draw.</p>`);
              }
              _push2(`<table class="lab-table" data-v-06ef46fd${_scopeId}><caption data-v-06ef46fd${_scopeId}>Activations that are 0, and units of a layer that do something of their own</caption><thead data-v-06ef46fd${_scopeId}><tr data-v-06ef46fd${_scopeId}><td data-v-06ef46fd${_scopeId}></td><!--[-->`);
              ssrRenderList(networks.value, ({ name }) => {
                _push2(`<th scope="colgroup" colspan="2" data-v-06ef46fd${_scopeId}>${ssrInterpolate(name)}</th>`);
              });
              _push2(`<!--]--></tr><tr data-v-06ef46fd${_scopeId}><th scope="col" data-v-06ef46fd${_scopeId}>layer</th><!--[-->`);
              ssrRenderList(networks.value, ({ name }) => {
                _push2(`<!--[--><th scope="col" data-v-06ef46fd${_scopeId}>zeros</th><th scope="col" data-v-06ef46fd${_scopeId}>different units</th><!--]-->`);
              });
              _push2(`<!--]--></tr></thead><tbody data-v-06ef46fd${_scopeId}><!--[-->`);
              ssrRenderList(layers.value, ({ number, seen }) => {
                _push2(`<tr data-v-06ef46fd${_scopeId}><th scope="row" data-v-06ef46fd${_scopeId}>${ssrInterpolate(number)}</th><!--[-->`);
                ssrRenderList(seen, ({ name, layer }) => {
                  _push2(`<!--[-->`);
                  if (layer) {
                    _push2(`<!--[--><td data-v-06ef46fd${_scopeId}>${ssrInterpolate(share(layer.zeros))}</td><td${ssrRenderAttr("data-units", name)} data-v-06ef46fd${_scopeId}>${ssrInterpolate(layer.differentUnits)} of ${ssrInterpolate(layer.units)}</td><!--]-->`);
                  } else {
                    _push2(`<td colspan="2" data-v-06ef46fd${_scopeId}>ended early</td>`);
                  }
                  _push2(`<!--]-->`);
                });
                _push2(`<!--]--></tr>`);
              });
              _push2(`<!--]--></tbody></table><!--]-->`);
            } else {
              _push2(`<!---->`);
            }
          } else {
            return [
              unref(result) ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                (openBlock(true), createBlock(Fragment, null, renderList(runs.value.filter(({ trouble }) => trouble !== ""), (one) => {
                  return openBlock(), createBlock("p", {
                    key: one.name,
                    class: "lab-problem",
                    "data-trouble": one.name
                  }, " The " + toDisplayString(one.name) + " network ended in epoch " + toDisplayString(one.losses.length + 1) + ": " + toDisplayString(one.trouble), 9, ["data-trouble"]);
                }), 128)),
                hasCurves.value ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                  createVNode(_sfc_main$3, {
                    lines: lines.value,
                    linear: "",
                    until: Number(unref(values).epochs),
                    "x-label": "epochs",
                    "y-label": "training loss",
                    legend: "network"
                  }, null, 8, ["lines", "until"]),
                  createVNode("table", { class: "lab-table" }, [
                    createVNode("caption", null, "Training loss"),
                    createVNode("thead", null, [
                      createVNode("tr", null, [
                        createVNode("th", { scope: "col" }, "network"),
                        createVNode("th", { scope: "col" }, "first epoch"),
                        createVNode("th", { scope: "col" }, "last epoch")
                      ])
                    ]),
                    createVNode("tbody", null, [
                      (openBlock(true), createBlock(Fragment, null, renderList(runs.value, (one) => {
                        return openBlock(), createBlock("tr", {
                          key: one.name
                        }, [
                          createVNode("th", { scope: "row" }, toDisplayString(one.name), 1),
                          one.losses.length > 0 ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                            createVNode("td", null, toDisplayString(unref(measuredText)(one.losses[0])), 1),
                            createVNode("td", {
                              "data-last": "",
                              "data-exact": one.losses.at(-1)
                            }, toDisplayString(unref(measuredText)(one.losses.at(-1) ?? 0)), 9, ["data-exact"])
                          ], 64)) : (openBlock(), createBlock("td", {
                            key: 1,
                            colspan: "2"
                          }, "ended early"))
                        ]);
                      }), 128))
                    ])
                  ])
                ], 64)) : createCommentVNode("", true),
                createVNode(_sfc_main$4, {
                  unit: "epoch",
                  modelValue: unref(at),
                  "onUpdate:modelValue": ($event) => isRef(at) ? at.value = $event : null,
                  last: last.value,
                  text: text.value
                }, null, 8, ["modelValue", "onUpdate:modelValue", "last", "text"]),
                createVNode("p", null, [
                  createVNode("b", null, toDisplayString(text.value.charAt(0).toUpperCase() + text.value.slice(1)), 1)
                ]),
                createVNode("div", { role: "status" }, [
                  (openBlock(true), createBlock(Fragment, null, renderList(networks.value, ({ name, moment }) => {
                    return openBlock(), createBlock("p", { key: name }, [
                      createVNode("b", null, toDisplayString(name), 1),
                      createTextVNode(": "),
                      moment ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                        createTextVNode(" loss of the batch "),
                        createVNode("span", {
                          "data-loss": name,
                          "data-exact": moment.loss
                        }, toDisplayString(unref(measuredText)(moment.loss)), 9, ["data-loss", "data-exact"]),
                        createTextVNode("; " + toDisplayString(sentenceOf(moment)), 1)
                      ], 64)) : (openBlock(), createBlock(Fragment, { key: 1 }, [
                        createTextVNode("ended early.")
                      ], 64))
                    ]);
                  }), 128))
                ]),
                createVNode("table", { class: "lab-table layers" }, [
                  createVNode("caption", null, [
                    createTextVNode(" Layer by layer, from the input on: how often numbers lie where. Activations"),
                    (openBlock(true), createBlock(Fragment, null, renderList(networks.value, ({ name, moment }) => {
                      return openBlock(), createBlock(Fragment, { key: name }, [
                        moment ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                          createTextVNode(" of the " + toDisplayString(name) + " network from " + toDisplayString(rangeOf(moment.layers[0])) + ",", 1)
                        ], 64)) : createCommentVNode("", true)
                      ], 64);
                    }), 128)),
                    createTextVNode(" gradients by powers of ten, from " + toDisplayString(unref(powerOfTen)(unref(DECADES).low)) + " to " + toDisplayString(unref(powerOfTen)(unref(DECADES).high)) + ". Below the bars is their size: of activations the root of the mean of their squares, of gradients the root of their sum of squares. ", 1)
                  ]),
                  createVNode("thead", null, [
                    createVNode("tr", null, [
                      createVNode("td"),
                      (openBlock(true), createBlock(Fragment, null, renderList(networks.value, ({ name }) => {
                        return openBlock(), createBlock("th", {
                          key: name,
                          scope: "colgroup",
                          colspan: "2"
                        }, toDisplayString(name), 1);
                      }), 128))
                    ]),
                    createVNode("tr", null, [
                      createVNode("th", { scope: "col" }, "layer"),
                      (openBlock(true), createBlock(Fragment, null, renderList(networks.value, ({ name }) => {
                        return openBlock(), createBlock(Fragment, { key: name }, [
                          createVNode("th", { scope: "col" }, "activations"),
                          createVNode("th", { scope: "col" }, "gradients")
                        ], 64);
                      }), 128))
                    ])
                  ]),
                  createVNode("tbody", null, [
                    (openBlock(true), createBlock(Fragment, null, renderList(layers.value, ({ number, seen }) => {
                      return openBlock(), createBlock("tr", { key: number }, [
                        createVNode("th", { scope: "row" }, toDisplayString(number), 1),
                        (openBlock(true), createBlock(Fragment, null, renderList(seen, ({ name, layer }) => {
                          return openBlock(), createBlock(Fragment, { key: name }, [
                            layer ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                              createVNode("td", null, [
                                createVNode(BarHistogram, {
                                  "data-activations": name,
                                  counts: layer.activations,
                                  label: `Activations of layer ${number}, ${name}: from ${rangeOf(layer)}`
                                }, null, 8, ["data-activations", "counts", "label"]),
                                createVNode("span", {
                                  "data-size": name,
                                  "data-exact": layer.size
                                }, toDisplayString(unref(measuredText)(layer.size)), 9, ["data-size", "data-exact"])
                              ]),
                              createVNode("td", null, [
                                createVNode(BarHistogram, {
                                  "data-gradients": name,
                                  counts: layer.gradients,
                                  label: `Gradients of layer ${number}, ${name}: ${layer.zeroGradients} are 0`
                                }, null, 8, ["data-gradients", "counts", "label"]),
                                createVNode("span", {
                                  "data-norm": name,
                                  "data-exact": layer.gradientNorm
                                }, toDisplayString(unref(measuredText)(layer.gradientNorm)), 9, ["data-norm", "data-exact"])
                              ])
                            ], 64)) : (openBlock(), createBlock("td", {
                              key: 1,
                              colspan: "2"
                            }, "ended early"))
                          ], 64);
                        }), 128))
                      ]);
                    }), 128))
                  ])
                ]),
                hasNorms.value ? (openBlock(), createBlock(_sfc_main$3, {
                  key: 1,
                  lines: norms.value,
                  "log-y": "",
                  linear: "",
                  "x-label": "layer, from the input on",
                  "y-label": "norm of the gradient of a layer’s weights",
                  legend: "network"
                }, null, 8, ["lines"])) : (openBlock(), createBlock("p", { key: 2 }, "No layer but the last has a gradient: there is no line to draw.")),
                createVNode("table", { class: "lab-table" }, [
                  createVNode("caption", null, "Activations that are 0, and units of a layer that do something of their own"),
                  createVNode("thead", null, [
                    createVNode("tr", null, [
                      createVNode("td"),
                      (openBlock(true), createBlock(Fragment, null, renderList(networks.value, ({ name }) => {
                        return openBlock(), createBlock("th", {
                          key: name,
                          scope: "colgroup",
                          colspan: "2"
                        }, toDisplayString(name), 1);
                      }), 128))
                    ]),
                    createVNode("tr", null, [
                      createVNode("th", { scope: "col" }, "layer"),
                      (openBlock(true), createBlock(Fragment, null, renderList(networks.value, ({ name }) => {
                        return openBlock(), createBlock(Fragment, { key: name }, [
                          createVNode("th", { scope: "col" }, "zeros"),
                          createVNode("th", { scope: "col" }, "different units")
                        ], 64);
                      }), 128))
                    ])
                  ]),
                  createVNode("tbody", null, [
                    (openBlock(true), createBlock(Fragment, null, renderList(layers.value, ({ number, seen }) => {
                      return openBlock(), createBlock("tr", { key: number }, [
                        createVNode("th", { scope: "row" }, toDisplayString(number), 1),
                        (openBlock(true), createBlock(Fragment, null, renderList(seen, ({ name, layer }) => {
                          return openBlock(), createBlock(Fragment, { key: name }, [
                            layer ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                              createVNode("td", null, toDisplayString(share(layer.zeros)), 1),
                              createVNode("td", { "data-units": name }, toDisplayString(layer.differentUnits) + " of " + toDisplayString(layer.units), 9, ["data-units"])
                            ], 64)) : (openBlock(), createBlock("td", {
                              key: 1,
                              colspan: "2"
                            }, "ended early"))
                          ], 64);
                        }), 128))
                      ]);
                    }), 128))
                  ])
                ])
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/initialization_view.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const initialization_view = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-06ef46fd"]]);
export {
  initialization_view as default
};
