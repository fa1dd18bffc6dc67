import { defineComponent, mergeProps, unref, useSSRContext, ref, onMounted, watch, computed, withCtx, openBlock, createBlock, Fragment, createTextVNode, createVNode, toDisplayString, createCommentVNode, renderList } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderAttr, ssrRenderList, ssrRenderClass, ssrRenderStyle, ssrRenderComponent } from "vue/server-renderer";
import { w as whole, c as choice, S as SIDE, B as BLACK, u as useLab, p as packDrawing, a as unpackDrawing, _ as _sfc_main$4 } from "./use_lab.C-AEhXHf.js";
import { a as percentText, c as countText, w as withMinus } from "./number_text.CrPAnFPp.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { d as divergingColor } from "./diverging.CBvtVwX0.js";
import { _ as _sfc_main$5 } from "./line_chart.D1U88am3.js";
import "d3-scale";
import "d3-shape";
import "./use_width.D8b87Crd.js";
const digitsView = {
  name: "digits",
  fields: [
    whole("units", "Units of the first layer", 24, [4, 64]),
    whole("epochs", "Epochs", 20, [1, 60]),
    choice("learningRate", "Learning rate", "0.003", ["0.0005", "0.001", "0.003", "0.01", "0.03"]),
    whole("seed", "Seed", 7, [0, 9999]),
    {
      kind: "drawing",
      name: "drawing",
      label: "The drawing",
      afterwards: true,
      initial: "02egc6i1a8eg1kaf2j2gck3gclbg2i7aff2h3db72h"
    }
  ],
  author: "d86fefa9aba751c25982ba8838a9ae6d0b4dcc4e4b521dbe73f7aca37e90a306"
};
const _sfc_main$3 = /* @__PURE__ */ defineComponent({
  __name: "digit_reading",
  __ssrInlineRender: true,
  props: {
    seen: {}
  },
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({ class: "reading" }, _attrs))} data-v-01fafe5d><p class="title" role="status" data-v-01fafe5d> The network reads <b class="digit" data-count="predicted" data-v-01fafe5d>${ssrInterpolate(__props.seen.predicted)}</b></p><table class="bars"${ssrRenderAttr("data-drawing", __props.seen.asked.drawing)} data-v-01fafe5d><caption class="lab-hidden" data-v-01fafe5d>Probability of each digit</caption><tbody data-v-01fafe5d><!--[-->`);
      ssrRenderList(__props.seen.probabilities, (probability, digit) => {
        _push(`<tr class="${ssrRenderClass({ most: digit === __props.seen.predicted })}" data-v-01fafe5d><th scope="row" data-v-01fafe5d>${ssrInterpolate(digit)}</th><td class="bar" data-v-01fafe5d><span style="${ssrRenderStyle({ width: `${100 * probability}%` })}" data-v-01fafe5d></span></td><td data-probability${ssrRenderAttr("data-exact", probability)} data-v-01fafe5d>${ssrInterpolate(unref(percentText)(probability))}</td></tr>`);
      });
      _push(`<!--]--></tbody></table></div>`);
    };
  }
});
const _sfc_setup$3 = _sfc_main$3.setup;
_sfc_main$3.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/digit_reading.vue");
  return _sfc_setup$3 ? _sfc_setup$3(props, ctx) : void 0;
};
const DigitReading = /* @__PURE__ */ _export_sfc(_sfc_main$3, [["__scopeId", "data-v-01fafe5d"]]);
const _sfc_main$2 = /* @__PURE__ */ defineComponent({
  __name: "drawing_pad",
  __ssrInlineRender: true,
  props: {
    levels: {},
    erases: { type: Boolean }
  },
  emits: ["draw", "drawn"],
  setup(__props, { emit: __emit }) {
    const pad = ref();
    const focused = ref(0);
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({
        ref_key: "pad",
        ref: pad,
        class: "pad",
        role: "group",
        "aria-label": "Paper of 8 by 8 pixels. Arrow keys move, the space bar goes from white to grey to black."
      }, _attrs))} data-v-51c1cf3e><!--[-->`);
      ssrRenderList(__props.levels, (level, pixel) => {
        _push(`<button type="button" class="pixel"${ssrRenderAttr("tabindex", pixel === focused.value ? 0 : -1)}${ssrRenderAttr("aria-label", `row ${Math.floor(pixel / unref(SIDE)) + 1}, column ${pixel % unref(SIDE) + 1}: ${level} of ${unref(BLACK)}`)}${ssrRenderAttr("data-level", level)} style="${ssrRenderStyle({ background: `hsl(0 0% ${98 - 88 * level / unref(BLACK)}%)` })}" data-v-51c1cf3e></button>`);
      });
      _push(`<!--]--></div>`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/drawing_pad.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const DrawingPad = /* @__PURE__ */ _export_sfc(_sfc_main$2, [["__scopeId", "data-v-51c1cf3e"]]);
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "pixel_picture",
  __ssrInlineRender: true,
  props: {
    values: {},
    largest: {},
    label: {}
  },
  setup(__props) {
    const props = __props;
    const canvas = ref();
    function colorOf(value) {
      if (props.largest !== void 0) return divergingColor(value / (props.largest || 1));
      return `hsl(0 0% ${98 - 88 * value / BLACK}%)`;
    }
    function draw() {
      var _a;
      const context = (_a = canvas.value) == null ? void 0 : _a.getContext("2d");
      if (!context) return;
      props.values.forEach((value, pixel) => {
        context.fillStyle = colorOf(value);
        context.fillRect(pixel % SIDE, Math.floor(pixel / SIDE), 1, 1);
      });
    }
    onMounted(draw);
    watch(() => [props.values, props.largest], draw, { flush: "post" });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<canvas${ssrRenderAttrs(mergeProps({
        ref_key: "canvas",
        ref: canvas,
        class: "pixels",
        width: unref(SIDE),
        height: unref(SIDE),
        role: __props.label ? "img" : void 0,
        "aria-label": __props.label,
        "aria-hidden": __props.label ? void 0 : true
      }, _attrs))} data-v-9050ed04></canvas>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/pixel_picture.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const PixelPicture = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-9050ed04"]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "drawn_digit",
  __ssrInlineRender: true,
  setup(__props) {
    const { values, result, answer, ask, frame } = useLab(
      digitsView
    );
    const NOTHING = packDrawing(Array.from({ length: SIDE * SIDE }, () => 0));
    const drawing = ref(String(values.drawing));
    const levels = computed(() => unpackDrawing(drawing.value) ?? []);
    const erases = ref(false);
    watch(
      () => values.drawing,
      (text) => {
        drawing.value = String(text);
      }
    );
    watch([result, drawing], () => result.value && ask({ drawing: drawing.value }));
    const seen = ref();
    watch(answer, (newest2) => {
      if (newest2 !== void 0) seen.value = newest2;
    });
    const epochs = computed(() => {
      var _a;
      return ((_a = result.value) == null ? void 0 : _a.epochs) ?? [];
    });
    const lines = computed(() => [
      { name: "training", points: epochs.value.map((one) => [one.epoch, one.training]) },
      { name: "validation", points: epochs.value.map((one) => [one.epoch, one.validation]) }
    ]);
    const newest = computed(() => epochs.value.at(-1));
    const largest = computed(
      () => {
        var _a;
        return Math.max(...(((_a = result.value) == null ? void 0 : _a.firstLayer) ?? []).flat().map((weight) => Math.abs(weight)));
      }
    );
    const hidden = computed(() => {
      var _a;
      return ((_a = seen.value) == null ? void 0 : _a.layers.slice(1)) ?? [];
    });
    const short = (value) => withMinus((Math.round(10 * value) / 10 + 0).toFixed(1));
    function tilesOf(activations) {
      const most = Math.max(...activations.map((value) => Math.abs(value))) || 1;
      return activations.map((value) => ({ value, background: divergingColor(value / most) }));
    }
    const firstTiles = computed(() => {
      var _a;
      return tilesOf(((_a = seen.value) == null ? void 0 : _a.layers[0].activations) ?? []);
    });
    const groups = computed(() => {
      var _a, _b;
      return [
        { name: "misread", title: "Misread", digits: ((_a = result.value) == null ? void 0 : _a.misread) ?? [] },
        { name: "well-read", title: "Read correctly", digits: ((_b = result.value) == null ? void 0 : _b.wellRead) ?? [] }
      ];
    });
    const nameOf = ({ target, predicted }) => target === predicted ? `${target}` : `${target} as ${predicted}`;
    return (_ctx, _push, _parent, _attrs) => {
      _push(ssrRenderComponent(_sfc_main$4, mergeProps({ label: "Digits" }, unref(frame), _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            if (unref(result)) {
              _push2(`<!--[-->`);
              if (newest.value) {
                _push2(`<p data-v-976f0840${_scopeId}> After epoch <b data-count="epoch" data-v-976f0840${_scopeId}>${ssrInterpolate(newest.value.epoch)}</b> the network reads <b data-count="accuracy"${ssrRenderAttr("data-exact", newest.value.accuracy)} data-v-976f0840${_scopeId}>${ssrInterpolate(unref(percentText)(newest.value.accuracy))}</b> of ${ssrInterpolate(unref(result).samples.validation)} digits that it has not learned from. It learns from ${ssrInterpolate(unref(countText)(unref(result).samples.training))} others. </p>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`<div class="desk" data-v-976f0840${_scopeId}><div class="paper" data-v-976f0840${_scopeId}><p class="title" data-v-976f0840${_scopeId}>Draw a digit</p>`);
              _push2(ssrRenderComponent(DrawingPad, {
                levels: levels.value,
                erases: erases.value,
                onDraw: ($event) => drawing.value = unref(packDrawing)($event),
                onDrawn: ($event) => unref(values).drawing = drawing.value
              }, null, _parent2, _scopeId));
              _push2(`<p class="lab-buttons" data-v-976f0840${_scopeId}><button type="button"${ssrRenderAttr("aria-pressed", !erases.value)} data-v-976f0840${_scopeId}>Pen</button><button type="button"${ssrRenderAttr("aria-pressed", erases.value)} data-v-976f0840${_scopeId}>Eraser</button><button type="button" data-v-976f0840${_scopeId}>Clear</button></p></div>`);
              if (seen.value) {
                _push2(ssrRenderComponent(DigitReading, { seen: seen.value }, null, _parent2, _scopeId));
              } else {
                _push2(`<!---->`);
              }
              _push2(`</div><div class="examples" data-v-976f0840${_scopeId}><!--[-->`);
              ssrRenderList(groups.value, (group) => {
                _push2(`<div role="group"${ssrRenderAttr("aria-label", group.title)} data-v-976f0840${_scopeId}><p class="title" data-v-976f0840${_scopeId}>${ssrInterpolate(group.title)}`);
                if (group.name === "misread" && group.digits.length) {
                  _push2(`<!--[--> (${ssrInterpolate(group.digits.length)})<!--]-->`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`</p>`);
                if (group.digits.length === 0) {
                  _push2(`<p class="awaited" data-v-976f0840${_scopeId}>${ssrInterpolate(unref(frame).running ? "known once the training is over" : "none")}</p>`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`<p class="lab-buttons" data-v-976f0840${_scopeId}><!--[-->`);
                ssrRenderList(group.digits.slice(0, 20), (one, index) => {
                  _push2(`<button type="button" class="example"${ssrRenderAttr("data-example", group.name)}${ssrRenderAttr("aria-pressed", one.drawing === drawing.value)} data-v-976f0840${_scopeId}>`);
                  _push2(ssrRenderComponent(PixelPicture, {
                    values: unref(unpackDrawing)(one.drawing) ?? []
                  }, null, _parent2, _scopeId));
                  _push2(`${ssrInterpolate(nameOf(one))}</button>`);
                });
                _push2(`<!--]--></p></div>`);
              });
              _push2(`<!--]--></div><section aria-labelledby="first-layer" data-v-976f0840${_scopeId}><p id="first-layer" class="title" data-v-976f0840${_scopeId}>First hidden layer: the weights of each unit as a picture, and its activation for the drawing</p><ol class="units" data-v-976f0840${_scopeId}><!--[-->`);
              ssrRenderList(unref(result).firstLayer, (weights, unit) => {
                _push2(`<li data-v-976f0840${_scopeId}>`);
                _push2(ssrRenderComponent(PixelPicture, {
                  values: weights,
                  largest: largest.value,
                  "data-unit": "",
                  label: `weights of unit ${unit}, from ${Math.min(...weights).toFixed(2)} to ${Math.max(...weights).toFixed(2)}`
                }, null, _parent2, _scopeId));
                if (firstTiles.value[unit]) {
                  _push2(`<span class="tile" data-activation${ssrRenderAttr("data-exact", firstTiles.value[unit].value)} style="${ssrRenderStyle({ background: firstTiles.value[unit].background })}" data-v-976f0840${_scopeId}>${ssrInterpolate(short(firstTiles.value[unit].value))}</span>`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`</li>`);
              });
              _push2(`<!--]--></ol><p class="lab-buttons key" data-v-976f0840${_scopeId}><span data-v-976f0840${_scopeId}><span class="swatch minus" data-v-976f0840${_scopeId}></span> ink here makes the activation smaller</span><span data-v-976f0840${_scopeId}><span class="swatch plus" data-v-976f0840${_scopeId}></span> ink here makes it larger</span></p></section><!--[-->`);
              ssrRenderList(hidden.value, (layer) => {
                _push2(`<section${ssrRenderAttr("aria-label", layer.name)} data-v-976f0840${_scopeId}><p class="title" data-v-976f0840${_scopeId}>${ssrInterpolate(layer.name)}`);
                if (layer.activations.length === 10) {
                  _push2(`<!--[-->: a number for each digit, of which softmax makes the probabilities<!--]-->`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`</p><ol class="tiles" data-v-976f0840${_scopeId}><!--[-->`);
                ssrRenderList(tilesOf(layer.activations), (tile, unit) => {
                  _push2(`<li class="tile" data-activation${ssrRenderAttr("data-exact", tile.value)} style="${ssrRenderStyle({ background: tile.background })}" data-v-976f0840${_scopeId}>`);
                  if (layer.activations.length === 10) {
                    _push2(`<span class="of" data-v-976f0840${_scopeId}>${ssrInterpolate(unit)}<span class="lab-hidden" data-v-976f0840${_scopeId}>: </span></span>`);
                  } else {
                    _push2(`<!---->`);
                  }
                  _push2(`${ssrInterpolate(short(tile.value))}</li>`);
                });
                _push2(`<!--]--></ol></section>`);
              });
              _push2(`<!--]--><div class="curves" data-v-976f0840${_scopeId}>`);
              if (newest.value) {
                _push2(ssrRenderComponent(_sfc_main$5, {
                  lines: lines.value,
                  until: Number(unref(values).epochs),
                  "x-label": "epochs",
                  "y-label": "loss after each epoch",
                  legend: "loss on"
                }, null, _parent2, _scopeId));
              } else {
                _push2(`<!---->`);
              }
              _push2(`</div><!--]-->`);
            } else {
              _push2(`<!---->`);
            }
          } else {
            return [
              unref(result) ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                newest.value ? (openBlock(), createBlock("p", { key: 0 }, [
                  createTextVNode(" After epoch "),
                  createVNode("b", { "data-count": "epoch" }, toDisplayString(newest.value.epoch), 1),
                  createTextVNode(" the network reads "),
                  createVNode("b", {
                    "data-count": "accuracy",
                    "data-exact": newest.value.accuracy
                  }, toDisplayString(unref(percentText)(newest.value.accuracy)), 9, ["data-exact"]),
                  createTextVNode(" of " + toDisplayString(unref(result).samples.validation) + " digits that it has not learned from. It learns from " + toDisplayString(unref(countText)(unref(result).samples.training)) + " others. ", 1)
                ])) : createCommentVNode("", true),
                createVNode("div", { class: "desk" }, [
                  createVNode("div", { class: "paper" }, [
                    createVNode("p", { class: "title" }, "Draw a digit"),
                    createVNode(DrawingPad, {
                      levels: levels.value,
                      erases: erases.value,
                      onDraw: ($event) => drawing.value = unref(packDrawing)($event),
                      onDrawn: ($event) => unref(values).drawing = drawing.value
                    }, null, 8, ["levels", "erases", "onDraw", "onDrawn"]),
                    createVNode("p", { class: "lab-buttons" }, [
                      createVNode("button", {
                        type: "button",
                        "aria-pressed": !erases.value,
                        onClick: ($event) => erases.value = false
                      }, "Pen", 8, ["aria-pressed", "onClick"]),
                      createVNode("button", {
                        type: "button",
                        "aria-pressed": erases.value,
                        onClick: ($event) => erases.value = true
                      }, "Eraser", 8, ["aria-pressed", "onClick"]),
                      createVNode("button", {
                        type: "button",
                        onClick: ($event) => unref(values).drawing = drawing.value = unref(NOTHING)
                      }, "Clear", 8, ["onClick"])
                    ])
                  ]),
                  seen.value ? (openBlock(), createBlock(DigitReading, {
                    key: 0,
                    seen: seen.value
                  }, null, 8, ["seen"])) : createCommentVNode("", true)
                ]),
                createVNode("div", { class: "examples" }, [
                  (openBlock(true), createBlock(Fragment, null, renderList(groups.value, (group) => {
                    return openBlock(), createBlock("div", {
                      key: group.name,
                      role: "group",
                      "aria-label": group.title
                    }, [
                      createVNode("p", { class: "title" }, [
                        createTextVNode(toDisplayString(group.title), 1),
                        group.name === "misread" && group.digits.length ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                          createTextVNode(" (" + toDisplayString(group.digits.length) + ")", 1)
                        ], 64)) : createCommentVNode("", true)
                      ]),
                      group.digits.length === 0 ? (openBlock(), createBlock("p", {
                        key: 0,
                        class: "awaited"
                      }, toDisplayString(unref(frame).running ? "known once the training is over" : "none"), 1)) : createCommentVNode("", true),
                      createVNode("p", { class: "lab-buttons" }, [
                        (openBlock(true), createBlock(Fragment, null, renderList(group.digits.slice(0, 20), (one, index) => {
                          return openBlock(), createBlock("button", {
                            key: index,
                            type: "button",
                            class: "example",
                            "data-example": group.name,
                            "aria-pressed": one.drawing === drawing.value,
                            onClick: ($event) => unref(values).drawing = drawing.value = one.drawing
                          }, [
                            createVNode(PixelPicture, {
                              values: unref(unpackDrawing)(one.drawing) ?? []
                            }, null, 8, ["values"]),
                            createTextVNode(toDisplayString(nameOf(one)), 1)
                          ], 8, ["data-example", "aria-pressed", "onClick"]);
                        }), 128))
                      ])
                    ], 8, ["aria-label"]);
                  }), 128))
                ]),
                createVNode("section", { "aria-labelledby": "first-layer" }, [
                  createVNode("p", {
                    id: "first-layer",
                    class: "title"
                  }, "First hidden layer: the weights of each unit as a picture, and its activation for the drawing"),
                  createVNode("ol", { class: "units" }, [
                    (openBlock(true), createBlock(Fragment, null, renderList(unref(result).firstLayer, (weights, unit) => {
                      return openBlock(), createBlock("li", { key: unit }, [
                        createVNode(PixelPicture, {
                          values: weights,
                          largest: largest.value,
                          "data-unit": "",
                          label: `weights of unit ${unit}, from ${Math.min(...weights).toFixed(2)} to ${Math.max(...weights).toFixed(2)}`
                        }, null, 8, ["values", "largest", "label"]),
                        firstTiles.value[unit] ? (openBlock(), createBlock("span", {
                          key: 0,
                          class: "tile",
                          "data-activation": "",
                          "data-exact": firstTiles.value[unit].value,
                          style: { background: firstTiles.value[unit].background }
                        }, toDisplayString(short(firstTiles.value[unit].value)), 13, ["data-exact"])) : createCommentVNode("", true)
                      ]);
                    }), 128))
                  ]),
                  createVNode("p", { class: "lab-buttons key" }, [
                    createVNode("span", null, [
                      createVNode("span", { class: "swatch minus" }),
                      createTextVNode(" ink here makes the activation smaller")
                    ]),
                    createVNode("span", null, [
                      createVNode("span", { class: "swatch plus" }),
                      createTextVNode(" ink here makes it larger")
                    ])
                  ])
                ]),
                (openBlock(true), createBlock(Fragment, null, renderList(hidden.value, (layer) => {
                  return openBlock(), createBlock("section", {
                    key: layer.name,
                    "aria-label": layer.name
                  }, [
                    createVNode("p", { class: "title" }, [
                      createTextVNode(toDisplayString(layer.name), 1),
                      layer.activations.length === 10 ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                        createTextVNode(": a number for each digit, of which softmax makes the probabilities")
                      ], 64)) : createCommentVNode("", true)
                    ]),
                    createVNode("ol", { class: "tiles" }, [
                      (openBlock(true), createBlock(Fragment, null, renderList(tilesOf(layer.activations), (tile, unit) => {
                        return openBlock(), createBlock("li", {
                          key: unit,
                          class: "tile",
                          "data-activation": "",
                          "data-exact": tile.value,
                          style: { background: tile.background }
                        }, [
                          layer.activations.length === 10 ? (openBlock(), createBlock("span", {
                            key: 0,
                            class: "of"
                          }, [
                            createTextVNode(toDisplayString(unit), 1),
                            createVNode("span", { class: "lab-hidden" }, ": ")
                          ])) : createCommentVNode("", true),
                          createTextVNode(toDisplayString(short(tile.value)), 1)
                        ], 12, ["data-exact"]);
                      }), 128))
                    ])
                  ], 8, ["aria-label"]);
                }), 128)),
                createVNode("div", { class: "curves" }, [
                  newest.value ? (openBlock(), createBlock(_sfc_main$5, {
                    key: 0,
                    lines: lines.value,
                    until: Number(unref(values).epochs),
                    "x-label": "epochs",
                    "y-label": "loss after each epoch",
                    legend: "loss on"
                  }, null, 8, ["lines", "until"])) : createCommentVNode("", true)
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/drawn_digit.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const drawn_digit = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-976f0840"]]);
export {
  drawn_digit as default
};
