import { defineComponent, ref, computed, mergeProps, unref, withCtx, openBlock, createBlock, Fragment, createVNode, renderList, withDirectives, vModelRadio, createTextVNode, toDisplayString, createCommentVNode, useSSRContext } from "vue";
import { ssrRenderComponent, ssrRenderList, ssrIncludeBooleanAttr, ssrLooseEqual, ssrRenderAttr, ssrInterpolate, ssrRenderClass } from "vue/server-renderer";
import { w as whole, c as choice, u as useLab, _ as _sfc_main$1 } from "./use_lab.C-AEhXHf.js";
import { _ as _sfc_main$2 } from "./line_chart.D1U88am3.js";
import { c as countText } from "./number_text.CrPAnFPp.js";
import "./plugin-vue_export-helper.1tPrXgE0.js";
import "d3-scale";
import "d3-shape";
import "./use_width.D8b87Crd.js";
const CLOCKS = ["epochs", "iterations", "samples", "seconds"];
const batchSize = {
  name: "batch_size",
  fields: [
    whole("samples", "Samples", 200, [8, 500]),
    whole("epochs", "Epochs", 40, [2, 100]),
    choice("learningRate", "Learning rate", "0.1", ["0.03", "0.1", "0.3", "1"]),
    {
      kind: "switch",
      name: "scaled",
      label: "Multiply the rate by √(batch size / 8)",
      initial: false
    },
    whole("seed", "Seed", 7, [0, 9999])
  ],
  author: "097a821862d63b5d5a81f28ff3c52b7bb1c62bde24c23ec4dc65294ae31b8cd1"
};
function reached({ readings }, loss) {
  return readings.find((reading) => reading.loss <= loss);
}
function winner({ runs }, loss, clock) {
  var _a;
  const times = runs.flatMap((run) => {
    const reading = reached(run, loss);
    return reading === void 0 ? [] : [{ size: run.batchSize, time: reading[clock] }];
  });
  return (_a = times.toSorted((a, b) => a.time - b.time)[0]) == null ? void 0 : _a.size;
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "batch_size",
  __ssrInlineRender: true,
  setup(__props) {
    const { at, result, frame } = useLab(batchSize);
    const clock = ref("epochs");
    const LABELS = {
      epochs: "epochs",
      iterations: "iterations",
      samples: "samples used",
      seconds: "seconds here"
    };
    const target = computed(
      () => (at.value === 0 ? 300 : Math.min(Math.max(at.value, 50), 700)) / 1e3
    );
    const nameOf = (size) => {
      var _a;
      return size === ((_a = result.value) == null ? void 0 : _a.samples) ? `all ${size}` : String(size);
    };
    const lines = computed(
      () => {
        var _a;
        return (((_a = result.value) == null ? void 0 : _a.runs) ?? []).map((run) => ({
          name: nameOf(run.batchSize),
          points: run.readings.map((reading) => [reading[clock.value], reading.loss])
        }));
      }
    );
    function shownTime(value, by) {
      return by === "seconds" ? `${(1e3 * value).toFixed(1)} ms` : countText(value);
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(ssrRenderComponent(_sfc_main$1, mergeProps({
        label: "Batch size",
        of: "of the batch of 1"
      }, unref(frame), _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            if (unref(result)) {
              _push2(`<!--[--><fieldset class="lab-choice"${_scopeId}><legend${_scopeId}>Count progress in</legend><!--[-->`);
              ssrRenderList(unref(CLOCKS), (one) => {
                _push2(`<label${_scopeId}><input${ssrIncludeBooleanAttr(ssrLooseEqual(clock.value, one)) ? " checked" : ""} type="radio" name="clock"${ssrRenderAttr("value", one)}${_scopeId}>${ssrInterpolate(LABELS[one])}</label>`);
              });
              _push2(`<!--]--></fieldset>`);
              _push2(ssrRenderComponent(_sfc_main$2, {
                lines: lines.value,
                "x-label": LABELS[clock.value],
                "y-label": "loss on all training samples",
                legend: "batch of",
                level: target.value
              }, null, _parent2, _scopeId));
              _push2(`<label class="lab-range"${_scopeId}> Loss to be reached: ${ssrInterpolate(target.value.toFixed(3))} <input type="range" min="50" max="700" step="5" name="at"${ssrRenderAttr("value", target.value * 1e3)}${_scopeId}></label><table class="lab-table"${_scopeId}><caption${_scopeId}>What each run needed for an equal training loss; the first is marked</caption><thead${_scopeId}><tr${_scopeId}><th scope="col"${_scopeId}>batch of</th><!--[-->`);
              ssrRenderList(unref(CLOCKS), (one) => {
                _push2(`<th scope="col"${_scopeId}>${ssrInterpolate(LABELS[one])}</th>`);
              });
              _push2(`<!--]--></tr></thead><tbody${_scopeId}><!--[-->`);
              ssrRenderList(unref(result).runs, (run) => {
                _push2(`<tr${_scopeId}><th scope="row"${_scopeId}>${ssrInterpolate(nameOf(run.batchSize))}</th><!--[-->`);
                ssrRenderList(unref(CLOCKS), (one) => {
                  _push2(`<td${ssrRenderAttr("data-clock", one)} class="${ssrRenderClass({ wins: unref(winner)(unref(result), target.value, one) === run.batchSize })}"${_scopeId}>`);
                  if (unref(reached)(run, target.value)) {
                    _push2(`<!--[-->${ssrInterpolate(shownTime(unref(reached)(run, target.value)[one], one))}`);
                    if (unref(winner)(unref(result), target.value, one) === run.batchSize) {
                      _push2(`<span${_scopeId}> ★<span class="lab-hidden"${_scopeId}> first</span></span>`);
                    } else {
                      _push2(`<!---->`);
                    }
                    _push2(`<!--]-->`);
                  } else {
                    _push2(`<!--[-->never<!--]-->`);
                  }
                  _push2(`</td>`);
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
                createVNode("fieldset", { class: "lab-choice" }, [
                  createVNode("legend", null, "Count progress in"),
                  (openBlock(true), createBlock(Fragment, null, renderList(unref(CLOCKS), (one) => {
                    return openBlock(), createBlock("label", { key: one }, [
                      withDirectives(createVNode("input", {
                        "onUpdate:modelValue": ($event) => clock.value = $event,
                        type: "radio",
                        name: "clock",
                        value: one
                      }, null, 8, ["onUpdate:modelValue", "value"]), [
                        [vModelRadio, clock.value]
                      ]),
                      createTextVNode(toDisplayString(LABELS[one]), 1)
                    ]);
                  }), 128))
                ]),
                createVNode(_sfc_main$2, {
                  lines: lines.value,
                  "x-label": LABELS[clock.value],
                  "y-label": "loss on all training samples",
                  legend: "batch of",
                  level: target.value
                }, null, 8, ["lines", "x-label", "level"]),
                createVNode("label", { class: "lab-range" }, [
                  createTextVNode(" Loss to be reached: " + toDisplayString(target.value.toFixed(3)) + " ", 1),
                  createVNode("input", {
                    type: "range",
                    min: "50",
                    max: "700",
                    step: "5",
                    name: "at",
                    value: target.value * 1e3,
                    onInput: ($event) => at.value = Number($event.target.value)
                  }, null, 40, ["value", "onInput"])
                ]),
                createVNode("table", { class: "lab-table" }, [
                  createVNode("caption", null, "What each run needed for an equal training loss; the first is marked"),
                  createVNode("thead", null, [
                    createVNode("tr", null, [
                      createVNode("th", { scope: "col" }, "batch of"),
                      (openBlock(true), createBlock(Fragment, null, renderList(unref(CLOCKS), (one) => {
                        return openBlock(), createBlock("th", {
                          key: one,
                          scope: "col"
                        }, toDisplayString(LABELS[one]), 1);
                      }), 128))
                    ])
                  ]),
                  createVNode("tbody", null, [
                    (openBlock(true), createBlock(Fragment, null, renderList(unref(result).runs, (run) => {
                      return openBlock(), createBlock("tr", {
                        key: run.batchSize
                      }, [
                        createVNode("th", { scope: "row" }, toDisplayString(nameOf(run.batchSize)), 1),
                        (openBlock(true), createBlock(Fragment, null, renderList(unref(CLOCKS), (one) => {
                          return openBlock(), createBlock("td", {
                            key: one,
                            "data-clock": one,
                            class: { wins: unref(winner)(unref(result), target.value, one) === run.batchSize }
                          }, [
                            unref(reached)(run, target.value) ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                              createTextVNode(toDisplayString(shownTime(unref(reached)(run, target.value)[one], one)), 1),
                              unref(winner)(unref(result), target.value, one) === run.batchSize ? (openBlock(), createBlock("span", { key: 0 }, [
                                createTextVNode(" ★"),
                                createVNode("span", { class: "lab-hidden" }, " first")
                              ])) : createCommentVNode("", true)
                            ], 64)) : (openBlock(), createBlock(Fragment, { key: 1 }, [
                              createTextVNode("never")
                            ], 64))
                          ], 10, ["data-clock"]);
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/batch_size.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  _sfc_main as default
};
