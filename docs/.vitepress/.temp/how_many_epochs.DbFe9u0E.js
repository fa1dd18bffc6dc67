import { defineComponent, watch, computed, mergeProps, unref, withCtx, openBlock, createBlock, Fragment, createVNode, renderList, toDisplayString, createTextVNode, withDirectives, vModelText, createCommentVNode, vModelSelect, useSSRContext } from "vue";
import { ssrRenderComponent, ssrRenderList, ssrRenderAttr, ssrInterpolate, ssrIncludeBooleanAttr, ssrLooseContain, ssrLooseEqual } from "vue/server-renderer";
import { w as whole, c as choice, u as useLab, _ as _sfc_main$1 } from "./use_lab.C-AEhXHf.js";
import { _ as _sfc_main$2 } from "./line_chart.D1U88am3.js";
import { c as countText } from "./number_text.CrPAnFPp.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "d3-scale";
import "d3-shape";
import "./use_width.D8b87Crd.js";
const howManyEpochs = {
  name: "how_many_epochs",
  fields: [
    whole("units", "Hidden units", 64, [1, 128]),
    whole("samples", "Training samples", 40, [20, 400]),
    choice("noise", "Noise", "0.3", ["0.1", "0.2", "0.3", "0.4", "0.5"]),
    choice("dropout", "Dropout", "0", ["0", "0.2", "0.5"]),
    choice("penalty", "L2 penalty", "0", ["0", "0.001", "0.01", "0.03", "0.1"]),
    whole("epochs", "Epochs", 100, [10, 200]),
    whole("seed", "Seed", 7, [0, 9999]),
    { ...whole("patience", "Patience", 10, [1, 100]), afterwards: true },
    {
      ...choice("minDelta", "Minimum change", "0", ["0", "0.001", "0.01", "0.05"]),
      afterwards: true
    }
  ],
  author: "2006078f8fa293addca8788014b7f722deff7ec420c5f692b945e7f859932890"
};
const PLAIN = { dropout: "0", penalty: "0", epochs: 100, seed: 7 };
const PRESETS = [
  { name: "underfits", values: { ...PLAIN, units: 1, samples: 200, noise: "0.2" } },
  { name: "fits", values: { ...PLAIN, units: 8, samples: 400, noise: "0.2" } },
  { name: "overfits", values: { ...PLAIN, units: 64, samples: 40, noise: "0.3" } }
];
function sentenceOf({ what, value, limit, wanted, met }) {
  const side = wanted === "above" ? "more" : "less";
  return `${capital(what)}: ${digits(value)}, ${met ? "" : "not "}${side} than ${digits(limit)}.`;
}
function against({ conditions }) {
  return conditions.find(({ met }) => !met);
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const digits = (value) => Number.isInteger(value) ? String(value) : value.toFixed(3);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "how_many_epochs",
  __ssrInlineRender: true,
  setup(__props) {
    const { values, result, answer, ask, frame, isShown } = useLab(howManyEpochs);
    const MIN_DELTAS = howManyEpochs.fields.flatMap(
      (field) => field.name === "minDelta" && field.kind === "choice" ? field.options : []
    );
    watch(
      [() => values.patience, () => values.minDelta],
      ([patience, minDelta]) => ask({ patience: Number(patience), minDelta: Number(minDelta) })
    );
    const isChosen = (preset) => Object.entries(preset.values).every(([name, value]) => values[name] === value);
    const stopping = computed(() => {
      var _a;
      return answer.value ?? ((_a = result.value) == null ? void 0 : _a.stopping);
    });
    const epochs = computed(() => {
      var _a;
      return ((_a = result.value) == null ? void 0 : _a.epochs) ?? [];
    });
    const lines = computed(() => [
      { name: "training", points: epochs.value.map((one) => [one.epoch, one.training]) },
      { name: "validation", points: epochs.value.map((one) => [one.epoch, one.validation]) }
    ]);
    const marks = computed(() => {
      if (stopping.value === void 0) return [];
      const { best, bestOfAll } = stopping.value;
      const at = (epoch) => [epoch, epochs.value[epoch - 1].validation];
      const all = { point: at(bestOfAll), name: `best: epoch ${bestOfAll}`, line: 1 };
      return best === bestOfAll ? [all] : [{ point: at(best), name: `put back: epoch ${best}`, line: 1, below: true }, all];
    });
    const end = computed(() => {
      var _a;
      if (((_a = stopping.value) == null ? void 0 : _a.stopped) !== true) return void 0;
      return { at: stopping.value.end, name: `ends at epoch ${stopping.value.end}` };
    });
    const own = computed(
      () => {
        var _a;
        return (((_a = result.value) == null ? void 0 : _a.considered) ?? []).find(({ verdict }) => {
          var _a2;
          return verdict === ((_a2 = result.value) == null ? void 0 : _a2.verdict);
        });
      }
    );
    const others = computed(
      () => {
        var _a;
        return (((_a = result.value) == null ? void 0 : _a.considered) ?? []).flatMap((one) => {
          const why = against(one);
          return why === void 0 ? [] : [{ verdict: one.verdict, why }];
        });
      }
    );
    const plural = (count, what) => `${countText(count)} ${what}${count === 1 ? "" : "s"}`;
    return (_ctx, _push, _parent, _attrs) => {
      _push(ssrRenderComponent(_sfc_main$1, mergeProps({
        label: "How many epochs",
        of: "after the last epoch"
      }, unref(frame), _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            if (unref(result) && stopping.value) {
              _push2(`<!--[--><p class="lab-buttons presets" role="group" aria-label="Settings to begin with" data-v-5e6879bc${_scopeId}><span data-v-5e6879bc${_scopeId}>Show a network that</span><!--[-->`);
              ssrRenderList(unref(PRESETS), (preset) => {
                _push2(`<button type="button"${ssrRenderAttr("aria-pressed", isChosen(preset))} data-v-5e6879bc${_scopeId}>${ssrInterpolate(preset.name)}</button>`);
              });
              _push2(`<!--]--></p>`);
              _push2(ssrRenderComponent(_sfc_main$2, {
                lines: lines.value,
                "x-label": "epochs",
                "y-label": "loss after each epoch",
                legend: "loss on",
                marks: marks.value,
                end: end.value
              }, null, _parent2, _scopeId));
              _push2(`<div class="patience" data-v-5e6879bc${_scopeId}>`);
              if (unref(isShown)("patience")) {
                _push2(`<label class="lab-range" data-v-5e6879bc${_scopeId}> Patience: ${ssrInterpolate(plural(Number(unref(values).patience), "epoch"))} <input${ssrRenderAttr("value", unref(values).patience)} type="range" name="patience" min="1" max="100" data-v-5e6879bc${_scopeId}></label>`);
              } else {
                _push2(`<!---->`);
              }
              if (unref(isShown)("minDelta")) {
                _push2(`<label class="least" data-v-5e6879bc${_scopeId}> Minimum change <select name="minDelta" data-v-5e6879bc${_scopeId}><!--[-->`);
                ssrRenderList(unref(MIN_DELTAS), (one) => {
                  _push2(`<option data-v-5e6879bc${ssrIncludeBooleanAttr(Array.isArray(unref(values).minDelta) ? ssrLooseContain(unref(values).minDelta, null) : ssrLooseEqual(unref(values).minDelta, null)) ? " selected" : ""}${_scopeId}>${ssrInterpolate(one)}</option>`);
                });
                _push2(`<!--]--></select></label>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`</div><p class="lab-note" aria-live="polite" data-v-5e6879bc${_scopeId}>`);
              if (stopping.value.stopped) {
                _push2(`<!--[--> Early stopping would have ended the training after epoch <b data-count="end" data-v-5e6879bc${_scopeId}>${ssrInterpolate(stopping.value.end)}</b> and saved ${ssrInterpolate(plural(epochs.value.length - stopping.value.end, "epoch"))}, which are <b data-count="saved" data-v-5e6879bc${_scopeId}>${ssrInterpolate(unref(countText)(stopping.value.iterationsSaved))}</b> iterations. <!--]-->`);
              } else {
                _push2(`<!--[--> So much patience does not run out: the training would have gone on to its last epoch, <b data-count="end" data-v-5e6879bc${_scopeId}>${ssrInterpolate(stopping.value.end)}</b>. <!--]-->`);
              }
              _push2(` It would have put back the weights of epoch <b data-count="best" data-v-5e6879bc${_scopeId}>${ssrInterpolate(stopping.value.best)}</b> (<code data-count="restored" data-v-5e6879bc${_scopeId}>${ssrInterpolate(stopping.value.weights.slice(0, 12))}</code>), with a validation loss of <b data-count="loss"${ssrRenderAttr("data-exact", stopping.value.loss)} data-v-5e6879bc${_scopeId}>${ssrInterpolate(stopping.value.loss.toFixed(4))}</b>. `);
              if (stopping.value.missed > 0) {
                _push2(`<!--[--> By then the best was still to come: epoch ${ssrInterpolate(stopping.value.bestOfAll)} is lower by <b data-count="missed"${ssrRenderAttr("data-exact", stopping.value.missed)} data-v-5e6879bc${_scopeId}>${ssrInterpolate(stopping.value.missed.toFixed(4))}</b>. <!--]-->`);
              } else {
                _push2(`<!--[-->No epoch of this run is better.<!--]-->`);
              }
              _push2(`</p><section class="lab-note warm" aria-labelledby="diagnosis" data-v-5e6879bc${_scopeId}><p id="diagnosis" data-v-5e6879bc${_scopeId}>Diagnosis: <b data-count="verdict" data-v-5e6879bc${_scopeId}>${ssrInterpolate(unref(result).verdict)}</b>`);
              if (unref(result).since) {
                _push2(`<!--[--> since epoch ${ssrInterpolate(unref(result).since)}<!--]-->`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`</p><p data-v-5e6879bc${_scopeId}>${ssrInterpolate(unref(result).remedy)}</p>`);
              if (own.value) {
                _push2(`<details open data-v-5e6879bc${_scopeId}><summary data-v-5e6879bc${_scopeId}>The evidence</summary><ul class="evidence" data-v-5e6879bc${_scopeId}><!--[-->`);
                ssrRenderList(own.value.conditions, (condition) => {
                  _push2(`<li data-evidence data-v-5e6879bc${_scopeId}>${ssrInterpolate(unref(sentenceOf)(condition))}</li>`);
                });
                _push2(`<!--]--></ul></details>`);
              } else {
                _push2(`<p data-v-5e6879bc${_scopeId}>No verdict has all of its evidence.</p>`);
              }
              _push2(`<details data-v-5e6879bc${_scopeId}><summary data-v-5e6879bc${_scopeId}>Why not another verdict</summary><table class="lab-table" data-v-5e6879bc${_scopeId}><thead data-v-5e6879bc${_scopeId}><tr data-v-5e6879bc${_scopeId}><th scope="col" data-v-5e6879bc${_scopeId}>verdict</th><th scope="col" data-v-5e6879bc${_scopeId}>what speaks against it</th></tr></thead><tbody data-v-5e6879bc${_scopeId}><!--[-->`);
              ssrRenderList(others.value, ({ verdict, why }) => {
                _push2(`<tr data-v-5e6879bc${_scopeId}><th scope="row" data-v-5e6879bc${_scopeId}>${ssrInterpolate(verdict)}</th><td class="why" data-v-5e6879bc${_scopeId}>${ssrInterpolate(unref(sentenceOf)(why))}</td></tr>`);
              });
              _push2(`<!--]--></tbody></table></details></section><details data-v-5e6879bc${_scopeId}><summary data-v-5e6879bc${_scopeId}>The numbers</summary><table class="lab-table" data-v-5e6879bc${_scopeId}><thead data-v-5e6879bc${_scopeId}><tr data-v-5e6879bc${_scopeId}><th scope="col" data-v-5e6879bc${_scopeId}>epoch</th><th scope="col" data-v-5e6879bc${_scopeId}>iteration</th><th scope="col" data-v-5e6879bc${_scopeId}>training loss</th><th scope="col" data-v-5e6879bc${_scopeId}>validation loss</th></tr></thead><tbody data-v-5e6879bc${_scopeId}><!--[-->`);
              ssrRenderList(epochs.value, (one) => {
                _push2(`<tr data-v-5e6879bc${_scopeId}><th scope="row" data-v-5e6879bc${_scopeId}>${ssrInterpolate(one.epoch)}</th><td data-v-5e6879bc${_scopeId}>${ssrInterpolate(one.iteration)}</td><td data-training${ssrRenderAttr("data-exact", one.training)} data-v-5e6879bc${_scopeId}>${ssrInterpolate(one.training.toFixed(4))}</td><td data-validation${ssrRenderAttr("data-exact", one.validation)} data-v-5e6879bc${_scopeId}>${ssrInterpolate(one.validation.toFixed(4))}</td></tr>`);
              });
              _push2(`<!--]--></tbody></table></details><!--]-->`);
            } else {
              _push2(`<!---->`);
            }
          } else {
            return [
              unref(result) && stopping.value ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                createVNode("p", {
                  class: "lab-buttons presets",
                  role: "group",
                  "aria-label": "Settings to begin with"
                }, [
                  createVNode("span", null, "Show a network that"),
                  (openBlock(true), createBlock(Fragment, null, renderList(unref(PRESETS), (preset) => {
                    return openBlock(), createBlock("button", {
                      key: preset.name,
                      type: "button",
                      "aria-pressed": isChosen(preset),
                      onClick: ($event) => Object.assign(unref(values), preset.values)
                    }, toDisplayString(preset.name), 9, ["aria-pressed", "onClick"]);
                  }), 128))
                ]),
                createVNode(_sfc_main$2, {
                  lines: lines.value,
                  "x-label": "epochs",
                  "y-label": "loss after each epoch",
                  legend: "loss on",
                  marks: marks.value,
                  end: end.value
                }, null, 8, ["lines", "marks", "end"]),
                createVNode("div", { class: "patience" }, [
                  unref(isShown)("patience") ? (openBlock(), createBlock("label", {
                    key: 0,
                    class: "lab-range"
                  }, [
                    createTextVNode(" Patience: " + toDisplayString(plural(Number(unref(values).patience), "epoch")) + " ", 1),
                    withDirectives(createVNode("input", {
                      "onUpdate:modelValue": ($event) => unref(values).patience = $event,
                      type: "range",
                      name: "patience",
                      min: "1",
                      max: "100"
                    }, null, 8, ["onUpdate:modelValue"]), [
                      [
                        vModelText,
                        unref(values).patience,
                        void 0,
                        { number: true }
                      ]
                    ])
                  ])) : createCommentVNode("", true),
                  unref(isShown)("minDelta") ? (openBlock(), createBlock("label", {
                    key: 1,
                    class: "least"
                  }, [
                    createTextVNode(" Minimum change "),
                    withDirectives(createVNode("select", {
                      "onUpdate:modelValue": ($event) => unref(values).minDelta = $event,
                      name: "minDelta"
                    }, [
                      (openBlock(true), createBlock(Fragment, null, renderList(unref(MIN_DELTAS), (one) => {
                        return openBlock(), createBlock("option", { key: one }, toDisplayString(one), 1);
                      }), 128))
                    ], 8, ["onUpdate:modelValue"]), [
                      [vModelSelect, unref(values).minDelta]
                    ])
                  ])) : createCommentVNode("", true)
                ]),
                createVNode("p", {
                  class: "lab-note",
                  "aria-live": "polite"
                }, [
                  stopping.value.stopped ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                    createTextVNode(" Early stopping would have ended the training after epoch "),
                    createVNode("b", { "data-count": "end" }, toDisplayString(stopping.value.end), 1),
                    createTextVNode(" and saved " + toDisplayString(plural(epochs.value.length - stopping.value.end, "epoch")) + ", which are ", 1),
                    createVNode("b", { "data-count": "saved" }, toDisplayString(unref(countText)(stopping.value.iterationsSaved)), 1),
                    createTextVNode(" iterations. ")
                  ], 64)) : (openBlock(), createBlock(Fragment, { key: 1 }, [
                    createTextVNode(" So much patience does not run out: the training would have gone on to its last epoch, "),
                    createVNode("b", { "data-count": "end" }, toDisplayString(stopping.value.end), 1),
                    createTextVNode(". ")
                  ], 64)),
                  createTextVNode(" It would have put back the weights of epoch "),
                  createVNode("b", { "data-count": "best" }, toDisplayString(stopping.value.best), 1),
                  createTextVNode(" ("),
                  createVNode("code", { "data-count": "restored" }, toDisplayString(stopping.value.weights.slice(0, 12)), 1),
                  createTextVNode("), with a validation loss of "),
                  createVNode("b", {
                    "data-count": "loss",
                    "data-exact": stopping.value.loss
                  }, toDisplayString(stopping.value.loss.toFixed(4)), 9, ["data-exact"]),
                  createTextVNode(". "),
                  stopping.value.missed > 0 ? (openBlock(), createBlock(Fragment, { key: 2 }, [
                    createTextVNode(" By then the best was still to come: epoch " + toDisplayString(stopping.value.bestOfAll) + " is lower by ", 1),
                    createVNode("b", {
                      "data-count": "missed",
                      "data-exact": stopping.value.missed
                    }, toDisplayString(stopping.value.missed.toFixed(4)), 9, ["data-exact"]),
                    createTextVNode(". ")
                  ], 64)) : (openBlock(), createBlock(Fragment, { key: 3 }, [
                    createTextVNode("No epoch of this run is better.")
                  ], 64))
                ]),
                createVNode("section", {
                  class: "lab-note warm",
                  "aria-labelledby": "diagnosis"
                }, [
                  createVNode("p", { id: "diagnosis" }, [
                    createTextVNode("Diagnosis: "),
                    createVNode("b", { "data-count": "verdict" }, toDisplayString(unref(result).verdict), 1),
                    unref(result).since ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                      createTextVNode(" since epoch " + toDisplayString(unref(result).since), 1)
                    ], 64)) : createCommentVNode("", true)
                  ]),
                  createVNode("p", null, toDisplayString(unref(result).remedy), 1),
                  own.value ? (openBlock(), createBlock("details", {
                    key: 0,
                    open: ""
                  }, [
                    createVNode("summary", null, "The evidence"),
                    createVNode("ul", { class: "evidence" }, [
                      (openBlock(true), createBlock(Fragment, null, renderList(own.value.conditions, (condition) => {
                        return openBlock(), createBlock("li", {
                          key: condition.what,
                          "data-evidence": ""
                        }, toDisplayString(unref(sentenceOf)(condition)), 1);
                      }), 128))
                    ])
                  ])) : (openBlock(), createBlock("p", { key: 1 }, "No verdict has all of its evidence.")),
                  createVNode("details", null, [
                    createVNode("summary", null, "Why not another verdict"),
                    createVNode("table", { class: "lab-table" }, [
                      createVNode("thead", null, [
                        createVNode("tr", null, [
                          createVNode("th", { scope: "col" }, "verdict"),
                          createVNode("th", { scope: "col" }, "what speaks against it")
                        ])
                      ]),
                      createVNode("tbody", null, [
                        (openBlock(true), createBlock(Fragment, null, renderList(others.value, ({ verdict, why }) => {
                          return openBlock(), createBlock("tr", { key: verdict }, [
                            createVNode("th", { scope: "row" }, toDisplayString(verdict), 1),
                            createVNode("td", { class: "why" }, toDisplayString(unref(sentenceOf)(why)), 1)
                          ]);
                        }), 128))
                      ])
                    ])
                  ])
                ]),
                createVNode("details", null, [
                  createVNode("summary", null, "The numbers"),
                  createVNode("table", { class: "lab-table" }, [
                    createVNode("thead", null, [
                      createVNode("tr", null, [
                        createVNode("th", { scope: "col" }, "epoch"),
                        createVNode("th", { scope: "col" }, "iteration"),
                        createVNode("th", { scope: "col" }, "training loss"),
                        createVNode("th", { scope: "col" }, "validation loss")
                      ])
                    ]),
                    createVNode("tbody", null, [
                      (openBlock(true), createBlock(Fragment, null, renderList(epochs.value, (one) => {
                        return openBlock(), createBlock("tr", {
                          key: one.epoch
                        }, [
                          createVNode("th", { scope: "row" }, toDisplayString(one.epoch), 1),
                          createVNode("td", null, toDisplayString(one.iteration), 1),
                          createVNode("td", {
                            "data-training": "",
                            "data-exact": one.training
                          }, toDisplayString(one.training.toFixed(4)), 9, ["data-exact"]),
                          createVNode("td", {
                            "data-validation": "",
                            "data-exact": one.validation
                          }, toDisplayString(one.validation.toFixed(4)), 9, ["data-exact"])
                        ]);
                      }), 128))
                    ])
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/how_many_epochs.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const how_many_epochs = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-5e6879bc"]]);
export {
  how_many_epochs as default
};
