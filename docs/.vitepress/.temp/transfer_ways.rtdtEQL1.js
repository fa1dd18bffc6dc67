import { defineComponent, computed, mergeProps, unref, withCtx, openBlock, createBlock, Fragment, createVNode, toDisplayString, createTextVNode, withDirectives, vModelText, createCommentVNode, renderList, useSSRContext } from "vue";
import { ssrRenderComponent, ssrInterpolate, ssrRenderAttr, ssrRenderList, ssrRenderClass } from "vue/server-renderer";
import { c as choice, w as whole, u as useLab, _ as _sfc_main$1 } from "./use_lab.C-AEhXHf.js";
import { _ as _sfc_main$2 } from "./line_chart.D1U88am3.js";
import { c as countText, a as percentText } from "./number_text.CrPAnFPp.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "d3-scale";
import "d3-shape";
import "./use_width.D8b87Crd.js";
const WAYS = [
  "from scratch",
  "new head only",
  "first layer frozen",
  "all layers",
  "rates by depth",
  "thawed gradually"
];
const transfer = {
  name: "transfer",
  fields: [
    choice("task", "Second task", "5 to 9", ["5 to 9", "odd or even"]),
    whole("samples", "Its samples", 100, [10, 300]),
    whole("firstEpochs", "Epochs of the first task", 10, [0, 30]),
    whole("epochs", "Epochs of the second", 40, [5, 60]),
    choice("factor", "Rate factor per layer", "0.5", ["0.1", "0.2", "0.5", "0.8"]),
    whole("seed", "Seed", 7, [0, 9999]),
    { ...whole("target", "Accuracy to be reached", 90, [50, 99]), afterwards: true }
  ],
  author: "27ff9e2e2e9ddb020c17322e05544aeba6363ba903c0e1159cae45d9628560e0"
};
function epochOf({ epochs }, target) {
  var _a;
  return (_a = epochs.find(({ accuracy }) => accuracy >= target / 100)) == null ? void 0 : _a.epoch;
}
function compare(ways, target) {
  const scratch = ways.find(({ way }) => way === "from scratch");
  const without = scratch && epochOf(scratch, target);
  return ways.map((one) => {
    const epoch = epochOf(one, target);
    const isKnown = epoch !== void 0 && without !== void 0;
    return { way: one.way, epoch, saved: isKnown ? without - epoch : void 0 };
  });
}
function verdictOf(compared, target) {
  const [scratch, ...others] = compared;
  const [best] = others.filter(({ epoch }) => epoch !== void 0).toSorted((a, b) => Number(a.epoch) - Number(b.epoch));
  if ((best == null ? void 0 : best.epoch) === void 0) {
    return scratch.epoch === void 0 ? `No way gets to ${target} % within these epochs.` : `Transfer does not pay in this run: only the network from scratch gets to ${target} %.`;
  }
  if (scratch.epoch === void 0) {
    return `Transfer pays in this run: “${best.way}” gets to ${target} % in epoch ${best.epoch}, the network from scratch never within these epochs.`;
  }
  const saved = scratch.epoch - best.epoch;
  const epochs = (count) => `${count} ${count === 1 ? "epoch" : "epochs"}`;
  if (saved > 0)
    return `Transfer saves epochs in this run: “${best.way}” needs ${epochs(saved)} fewer.`;
  if (saved === 0) return `Transfer saves no epoch in this run: “${best.way}” needs as many.`;
  return `Transfer does not pay in this run: even the best way, “${best.way}”, needs ${epochs(-saved)} more.`;
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "transfer_ways",
  __ssrInlineRender: true,
  setup(__props) {
    const { values, result, frame, isShown } = useLab(transfer);
    const target = computed(() => Number(values.target));
    const ways = computed(() => {
      var _a;
      return ((_a = result.value) == null ? void 0 : _a.ways) ?? [];
    });
    const compared = computed(() => compare(ways.value, target.value));
    const isComplete = computed(() => ways.value.length === WAYS.length && !frame.value.running);
    const lines = computed(
      () => ways.value.map(({ way, epochs }) => ({
        name: way,
        points: epochs.map((one) => [one.epoch, one.accuracy])
      }))
    );
    const over = computed(() => ways.value.filter(({ weights }) => weights !== ""));
    const least = computed(
      () => Math.min(...compared.value.map(({ epoch }) => epoch ?? Number.POSITIVE_INFINITY))
    );
    const rows = computed(
      () => compared.value.map((one, index) => {
        var _a, _b;
        return {
          ...one,
          last: (_b = (_a = ways.value[index]) == null ? void 0 : _a.epochs.at(-1)) == null ? void 0 : _b.accuracy
        };
      })
    );
    function savedText({ way, saved }) {
      if (way === "from scratch") return "";
      if (saved === void 0) return "–";
      if (saved === 0) return "as many";
      return `${Math.abs(saved)} ${saved > 0 ? "fewer" : "more"}`;
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(ssrRenderComponent(_sfc_main$1, mergeProps({
        label: "Transfer",
        of: "of all layers learning"
      }, unref(frame), _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            if (unref(result)) {
              _push2(`<!--[--><p data-v-89d41d9b${_scopeId}> The first task has ${ssrInterpolate(unref(countText)(unref(result).samples.first))} samples, the second ${ssrInterpolate(unref(result).samples.second)}. Accuracies are those on ${ssrInterpolate(unref(result).samples.validation)} other samples of the second task. </p>`);
              _push2(ssrRenderComponent(_sfc_main$2, {
                lines: lines.value,
                level: target.value / 100,
                until: Number(unref(values).epochs),
                linear: "",
                "x-label": "epochs of the second task",
                "y-label": "accuracy on the validation set after each epoch",
                legend: "way"
              }, null, _parent2, _scopeId));
              if (unref(isShown)("target")) {
                _push2(`<label class="lab-range" data-v-89d41d9b${_scopeId}> Accuracy to be reached: ${ssrInterpolate(target.value)} % <input${ssrRenderAttr("value", unref(values).target)} type="range" name="target" min="50" max="99" data-v-89d41d9b${_scopeId}></label>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`<p class="lab-note warm" role="status" data-v-89d41d9b${_scopeId}>`);
              if (isComplete.value) {
                _push2(`<span data-count="verdict" data-v-89d41d9b${_scopeId}>${ssrInterpolate(unref(verdictOf)(compared.value, target.value))}</span>`);
              } else {
                _push2(`<!--[-->Training…<!--]-->`);
              }
              _push2(`</p><div class="lab-tables" data-v-89d41d9b${_scopeId}><table class="lab-table" data-v-89d41d9b${_scopeId}><caption data-v-89d41d9b${_scopeId}>Epochs until a validation accuracy of ${ssrInterpolate(target.value)} %; the fewest are marked</caption><thead data-v-89d41d9b${_scopeId}><tr data-v-89d41d9b${_scopeId}><th scope="col" data-v-89d41d9b${_scopeId}>way</th><th scope="col" data-v-89d41d9b${_scopeId}>epochs</th><th scope="col" data-v-89d41d9b${_scopeId}>against scratch</th><th scope="col" data-v-89d41d9b${_scopeId}>at the end</th></tr></thead><tbody data-v-89d41d9b${_scopeId}><!--[-->`);
              ssrRenderList(rows.value, (one) => {
                _push2(`<tr data-v-89d41d9b${_scopeId}><th scope="row" data-v-89d41d9b${_scopeId}>${ssrInterpolate(one.way)}</th><td data-epoch class="${ssrRenderClass({ wins: one.epoch === least.value })}" data-v-89d41d9b${_scopeId}>${ssrInterpolate(one.epoch ?? "never")}`);
                if (one.epoch === least.value) {
                  _push2(`<span data-v-89d41d9b${_scopeId}> ★<span class="lab-hidden" data-v-89d41d9b${_scopeId}> fewest</span></span>`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`</td><td data-saved data-v-89d41d9b${_scopeId}>${ssrInterpolate(savedText(one))}</td><td data-last${ssrRenderAttr("data-exact", one.last)} data-v-89d41d9b${_scopeId}>${ssrInterpolate(one.last === void 0 ? "" : unref(percentText)(one.last))}</td></tr>`);
              });
              _push2(`<!--]--></tbody></table><table class="lab-table" data-v-89d41d9b${_scopeId}><caption data-v-89d41d9b${_scopeId}>What learned: the largest change of a number in each layer of the body</caption><thead data-v-89d41d9b${_scopeId}><tr data-v-89d41d9b${_scopeId}><th scope="col" data-v-89d41d9b${_scopeId}>way</th><th scope="col" data-v-89d41d9b${_scopeId}>numbers learning</th><th scope="col" data-v-89d41d9b${_scopeId}>layer 1</th><th scope="col" data-v-89d41d9b${_scopeId}>layer 2</th></tr></thead><tbody data-v-89d41d9b${_scopeId}><!--[-->`);
              ssrRenderList(over.value, (one) => {
                _push2(`<tr data-v-89d41d9b${_scopeId}><th scope="row" data-v-89d41d9b${_scopeId}>${ssrInterpolate(one.way)}</th><td data-v-89d41d9b${_scopeId}>${ssrInterpolate(unref(countText)(one.learning))}</td>`);
                if (one.moved) {
                  _push2(`<!--[-->`);
                  ssrRenderList(one.moved, (change, layer) => {
                    _push2(`<td data-moved${ssrRenderAttr("data-exact", change)} data-v-89d41d9b${_scopeId}>${ssrInterpolate(change === 0 ? "0" : change.toFixed(3))}</td>`);
                  });
                  _push2(`<!--]-->`);
                } else {
                  _push2(`<td colspan="2" class="none" data-v-89d41d9b${_scopeId}>no body</td>`);
                }
                _push2(`</tr>`);
              });
              _push2(`<!--]--></tbody></table></div><!--]-->`);
            } else {
              _push2(`<!---->`);
            }
          } else {
            return [
              unref(result) ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                createVNode("p", null, " The first task has " + toDisplayString(unref(countText)(unref(result).samples.first)) + " samples, the second " + toDisplayString(unref(result).samples.second) + ". Accuracies are those on " + toDisplayString(unref(result).samples.validation) + " other samples of the second task. ", 1),
                createVNode(_sfc_main$2, {
                  lines: lines.value,
                  level: target.value / 100,
                  until: Number(unref(values).epochs),
                  linear: "",
                  "x-label": "epochs of the second task",
                  "y-label": "accuracy on the validation set after each epoch",
                  legend: "way"
                }, null, 8, ["lines", "level", "until"]),
                unref(isShown)("target") ? (openBlock(), createBlock("label", {
                  key: 0,
                  class: "lab-range"
                }, [
                  createTextVNode(" Accuracy to be reached: " + toDisplayString(target.value) + " % ", 1),
                  withDirectives(createVNode("input", {
                    "onUpdate:modelValue": ($event) => unref(values).target = $event,
                    type: "range",
                    name: "target",
                    min: "50",
                    max: "99"
                  }, null, 8, ["onUpdate:modelValue"]), [
                    [
                      vModelText,
                      unref(values).target,
                      void 0,
                      { number: true }
                    ]
                  ])
                ])) : createCommentVNode("", true),
                createVNode("p", {
                  class: "lab-note warm",
                  role: "status"
                }, [
                  isComplete.value ? (openBlock(), createBlock("span", {
                    key: 0,
                    "data-count": "verdict"
                  }, toDisplayString(unref(verdictOf)(compared.value, target.value)), 1)) : (openBlock(), createBlock(Fragment, { key: 1 }, [
                    createTextVNode("Training…")
                  ], 64))
                ]),
                createVNode("div", { class: "lab-tables" }, [
                  createVNode("table", { class: "lab-table" }, [
                    createVNode("caption", null, "Epochs until a validation accuracy of " + toDisplayString(target.value) + " %; the fewest are marked", 1),
                    createVNode("thead", null, [
                      createVNode("tr", null, [
                        createVNode("th", { scope: "col" }, "way"),
                        createVNode("th", { scope: "col" }, "epochs"),
                        createVNode("th", { scope: "col" }, "against scratch"),
                        createVNode("th", { scope: "col" }, "at the end")
                      ])
                    ]),
                    createVNode("tbody", null, [
                      (openBlock(true), createBlock(Fragment, null, renderList(rows.value, (one) => {
                        return openBlock(), createBlock("tr", {
                          key: one.way
                        }, [
                          createVNode("th", { scope: "row" }, toDisplayString(one.way), 1),
                          createVNode("td", {
                            "data-epoch": "",
                            class: { wins: one.epoch === least.value }
                          }, [
                            createTextVNode(toDisplayString(one.epoch ?? "never"), 1),
                            one.epoch === least.value ? (openBlock(), createBlock("span", { key: 0 }, [
                              createTextVNode(" ★"),
                              createVNode("span", { class: "lab-hidden" }, " fewest")
                            ])) : createCommentVNode("", true)
                          ], 2),
                          createVNode("td", { "data-saved": "" }, toDisplayString(savedText(one)), 1),
                          createVNode("td", {
                            "data-last": "",
                            "data-exact": one.last
                          }, toDisplayString(one.last === void 0 ? "" : unref(percentText)(one.last)), 9, ["data-exact"])
                        ]);
                      }), 128))
                    ])
                  ]),
                  createVNode("table", { class: "lab-table" }, [
                    createVNode("caption", null, "What learned: the largest change of a number in each layer of the body"),
                    createVNode("thead", null, [
                      createVNode("tr", null, [
                        createVNode("th", { scope: "col" }, "way"),
                        createVNode("th", { scope: "col" }, "numbers learning"),
                        createVNode("th", { scope: "col" }, "layer 1"),
                        createVNode("th", { scope: "col" }, "layer 2")
                      ])
                    ]),
                    createVNode("tbody", null, [
                      (openBlock(true), createBlock(Fragment, null, renderList(over.value, (one) => {
                        return openBlock(), createBlock("tr", {
                          key: one.way
                        }, [
                          createVNode("th", { scope: "row" }, toDisplayString(one.way), 1),
                          createVNode("td", null, toDisplayString(unref(countText)(one.learning)), 1),
                          one.moved ? (openBlock(true), createBlock(Fragment, { key: 0 }, renderList(one.moved, (change, layer) => {
                            return openBlock(), createBlock("td", {
                              key: layer,
                              "data-moved": "",
                              "data-exact": change
                            }, toDisplayString(change === 0 ? "0" : change.toFixed(3)), 9, ["data-exact"]);
                          }), 128)) : (openBlock(), createBlock("td", {
                            key: 1,
                            colspan: "2",
                            class: "none"
                          }, "no body"))
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/transfer_ways.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const transfer_ways = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-89d41d9b"]]);
export {
  transfer_ways as default
};
