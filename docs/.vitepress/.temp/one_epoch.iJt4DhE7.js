import { defineComponent, computed, mergeProps, unref, withCtx, isRef, openBlock, createBlock, Fragment, createVNode, toDisplayString, renderList, createCommentVNode, createTextVNode, useSSRContext } from "vue";
import { ssrRenderComponent, ssrInterpolate, ssrRenderAttr, ssrRenderList, ssrRenderClass } from "vue/server-renderer";
import { w as whole, u as useLab, _ as _sfc_main$1 } from "./use_lab.C-AEhXHf.js";
import { _ as _sfc_main$2 } from "./run_slider.dOl0Lioh.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const oneEpoch = {
  name: "one_epoch",
  fields: [
    whole("samples", "Samples", 22, [1, 60]),
    whole("batchSize", "Batch size", 6, [1, 60]),
    whole("epochs", "Epochs", 2, [1, 4]),
    { kind: "switch", name: "shuffle", label: "Shuffle", initial: true },
    { kind: "switch", name: "dropLast", label: "Drop the last, smaller batch", initial: false },
    whole("accumulate", "Micro-batches in a batch", 1, [1, 6]),
    whole("seed", "Seed", 7, [0, 9999])
  ],
  author: "d2e0710ffcb411c2ec5730f578ff6f91f4e33e9902f98ac8a940bffdfea8ccfb"
};
function batchesAt({ samples, iterations }, at) {
  var _a;
  const epoch = ((_a = iterations[Math.max(at, 1) - 1]) == null ? void 0 : _a.epoch) ?? 1;
  const visits = new Array(samples).fill(0);
  for (const { rows } of iterations.slice(0, at)) for (const row of rows) visits[row] += 1;
  const tile = (state) => (row) => ({ row, state, visits: visits[row] });
  const own = iterations.filter((one) => one.epoch === epoch);
  const batches = own.map(
    ({ iteration, rows }) => rows.map(tile(iteration < at ? "used" : iteration === at ? "now" : "waiting"))
  );
  const taken = new Set(own.flatMap(({ rows }) => rows));
  const dropped = visits.map((_, row) => row).filter((row) => !taken.has(row));
  return dropped.length === 0 ? batches : [...batches, dropped.map(tile("dropped"))];
}
function popularFormula(result, batchSize) {
  const claimed = result.iterationsPerEpoch * batchSize;
  const used = result.iterations.filter(({ epoch }) => epoch === 1).reduce((sum, { rows }) => sum + rows.length, 0);
  return { claimed, used, holds: claimed === used };
}
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "one_epoch",
  __ssrInlineRender: true,
  setup(__props) {
    const { values, at, result, frame } = useLab(oneEpoch);
    const last = computed(() => {
      var _a;
      return ((_a = result.value) == null ? void 0 : _a.iterations.length) ?? 0;
    });
    const iteration = computed(() => Math.min(at.value, last.value));
    const current = computed(() => {
      var _a;
      return (_a = result.value) == null ? void 0 : _a.iterations[iteration.value - 1];
    });
    const batches = computed(() => result.value ? batchesAt(result.value, iteration.value) : []);
    const epoch = computed(() => {
      var _a;
      return ((_a = current.value) == null ? void 0 : _a.epoch) ?? 1;
    });
    const firstOfEpoch = computed(() => {
      var _a;
      const before = ((_a = result.value) == null ? void 0 : _a.iterations.findIndex((one) => one.epoch === epoch.value)) ?? 0;
      return before + 1;
    });
    const visits = computed(() => {
      const counts = batches.value.flat().map((tile) => tile.visits);
      const [low, high] = [Math.min(...counts), Math.max(...counts)];
      return low === high ? `${low} each` : `${low} or ${high}`;
    });
    const formula = computed(
      () => result.value && popularFormula(result.value, Number(values.batchSize))
    );
    const place = computed(
      () => current.value === void 0 ? "before the first iteration" : `epoch ${current.value.epoch}, iteration ${current.value.iteration}, batch of ${current.value.rows.length} samples`
    );
    function isCut(batch, position) {
      var _a, _b;
      const sizes = ((_b = (_a = result.value) == null ? void 0 : _a.iterations[firstOfEpoch.value - 1 + batch]) == null ? void 0 : _b.microBatches) ?? [];
      let edge = 0;
      return sizes.some((size) => {
        edge += size;
        return edge === position;
      });
    }
    const WORDS = { used: "used", now: "in this iteration", waiting: "to come", dropped: "dropped" };
    return (_ctx, _push, _parent, _attrs) => {
      _push(ssrRenderComponent(_sfc_main$1, mergeProps({ label: "One epoch" }, unref(frame), _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          var _a, _b, _c, _d;
          if (_push2) {
            if (unref(result)) {
              _push2(`<!--[-->`);
              _push2(ssrRenderComponent(_sfc_main$2, {
                unit: "iteration",
                modelValue: unref(at),
                "onUpdate:modelValue": ($event) => isRef(at) ? at.value = $event : null,
                last: last.value,
                text: place.value
              }, null, _parent2, _scopeId));
              _push2(`<dl class="lab-counters" aria-live="polite" data-v-71a1aa2a${_scopeId}><div data-v-71a1aa2a${_scopeId}><dt data-v-71a1aa2a${_scopeId}>epoch</dt><dd data-count="epoch" data-v-71a1aa2a${_scopeId}>${ssrInterpolate(epoch.value)} of ${ssrInterpolate(unref(values).epochs)}</dd></div><div data-v-71a1aa2a${_scopeId}><dt data-v-71a1aa2a${_scopeId}>iteration</dt><dd data-count="iteration" data-v-71a1aa2a${_scopeId}>${ssrInterpolate(iteration.value)} of ${ssrInterpolate(last.value)}</dd></div><div data-v-71a1aa2a${_scopeId}><dt data-v-71a1aa2a${_scopeId}>samples seen</dt><dd data-count="samplesSeen" data-v-71a1aa2a${_scopeId}>${ssrInterpolate(((_a = current.value) == null ? void 0 : _a.samplesSeen) ?? 0)}</dd></div><div data-v-71a1aa2a${_scopeId}><dt data-v-71a1aa2a${_scopeId}>visits of a sample</dt><dd data-count="visits" data-v-71a1aa2a${_scopeId}>${ssrInterpolate(visits.value)}</dd></div><div data-v-71a1aa2a${_scopeId}><dt data-v-71a1aa2a${_scopeId}>loss of the batch</dt><dd data-count="loss"${ssrRenderAttr("title", String(((_b = current.value) == null ? void 0 : _b.loss) ?? ""))} data-v-71a1aa2a${_scopeId}>${ssrInterpolate(current.value ? current.value.loss.toPrecision(4) : "–")}</dd></div></dl><ol class="epoch-batches" aria-label="The batches of this epoch" data-v-71a1aa2a${_scopeId}><!--[-->`);
              ssrRenderList(batches.value, (batch, number) => {
                _push2(`<li class="${ssrRenderClass([batch[0].state, "epoch-batch"])}"${ssrRenderAttr("aria-label", `batch ${number + 1}, ${batch.length} samples, ${WORDS[batch[0].state]}`)} data-v-71a1aa2a${_scopeId}>`);
                if (batch[0].state !== "dropped") {
                  _push2(`<button type="button" class="epoch-title" data-v-71a1aa2a${_scopeId}> iteration ${ssrInterpolate(firstOfEpoch.value + number)}</button>`);
                } else {
                  _push2(`<span class="epoch-title" data-v-71a1aa2a${_scopeId}>dropped</span>`);
                }
                _push2(`<span class="epoch-tiles" data-v-71a1aa2a${_scopeId}><!--[-->`);
                ssrRenderList(batch, (tile, position) => {
                  _push2(`<!--[-->`);
                  if (position > 0 && tile.state !== "dropped" && isCut(number, position)) {
                    _push2(`<span class="epoch-cut" aria-hidden="true" data-v-71a1aa2a${_scopeId}></span>`);
                  } else {
                    _push2(`<!---->`);
                  }
                  _push2(`<span class="${ssrRenderClass([tile.state, "epoch-tile"])}"${ssrRenderAttr("title", `sample ${tile.row}: ${WORDS[tile.state]}, used ${tile.visits} times so far`)} data-v-71a1aa2a${_scopeId}>${ssrInterpolate(tile.row)}</span><!--]-->`);
                });
                _push2(`<!--]--></span><span class="epoch-size" data-v-71a1aa2a${_scopeId}>${ssrInterpolate(batch.length)} ${ssrInterpolate(batch.length === 1 ? "sample" : "samples")}</span></li>`);
              });
              _push2(`<!--]--></ol>`);
              if (formula.value) {
                _push2(`<p class="${ssrRenderClass([formula.value.holds ? "good" : "warm", "lab-note formula"])}" data-v-71a1aa2a${_scopeId}><span data-v-71a1aa2a${_scopeId}>“An epoch = iterations × batch size”:</span><b data-v-71a1aa2a${_scopeId}>${ssrInterpolate(unref(result).iterationsPerEpoch)} × ${ssrInterpolate(unref(values).batchSize)} = <span data-count="claimed" data-v-71a1aa2a${_scopeId}>${ssrInterpolate(formula.value.claimed)}</span></b>`);
                if (formula.value.holds) {
                  _push2(`<span data-v-71a1aa2a${_scopeId}>and an epoch used <span data-count="used" data-v-71a1aa2a${_scopeId}>${ssrInterpolate(formula.value.used)}</span> samples: here it is right.</span>`);
                } else {
                  _push2(`<span data-v-71a1aa2a${_scopeId}>but an epoch used <span data-count="used" data-v-71a1aa2a${_scopeId}>${ssrInterpolate(formula.value.used)}</span> samples: the last batch has only ${ssrInterpolate(unref(result).lastBatchSize)}.</span>`);
                }
                _push2(`</p>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`<!--]-->`);
            } else {
              _push2(`<!---->`);
            }
          } else {
            return [
              unref(result) ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                createVNode(_sfc_main$2, {
                  unit: "iteration",
                  modelValue: unref(at),
                  "onUpdate:modelValue": ($event) => isRef(at) ? at.value = $event : null,
                  last: last.value,
                  text: place.value
                }, null, 8, ["modelValue", "onUpdate:modelValue", "last", "text"]),
                createVNode("dl", {
                  class: "lab-counters",
                  "aria-live": "polite"
                }, [
                  createVNode("div", null, [
                    createVNode("dt", null, "epoch"),
                    createVNode("dd", { "data-count": "epoch" }, toDisplayString(epoch.value) + " of " + toDisplayString(unref(values).epochs), 1)
                  ]),
                  createVNode("div", null, [
                    createVNode("dt", null, "iteration"),
                    createVNode("dd", { "data-count": "iteration" }, toDisplayString(iteration.value) + " of " + toDisplayString(last.value), 1)
                  ]),
                  createVNode("div", null, [
                    createVNode("dt", null, "samples seen"),
                    createVNode("dd", { "data-count": "samplesSeen" }, toDisplayString(((_c = current.value) == null ? void 0 : _c.samplesSeen) ?? 0), 1)
                  ]),
                  createVNode("div", null, [
                    createVNode("dt", null, "visits of a sample"),
                    createVNode("dd", { "data-count": "visits" }, toDisplayString(visits.value), 1)
                  ]),
                  createVNode("div", null, [
                    createVNode("dt", null, "loss of the batch"),
                    createVNode("dd", {
                      "data-count": "loss",
                      title: String(((_d = current.value) == null ? void 0 : _d.loss) ?? "")
                    }, toDisplayString(current.value ? current.value.loss.toPrecision(4) : "–"), 9, ["title"])
                  ])
                ]),
                createVNode("ol", {
                  class: "epoch-batches",
                  "aria-label": "The batches of this epoch"
                }, [
                  (openBlock(true), createBlock(Fragment, null, renderList(batches.value, (batch, number) => {
                    return openBlock(), createBlock("li", {
                      key: number,
                      class: ["epoch-batch", batch[0].state],
                      "aria-label": `batch ${number + 1}, ${batch.length} samples, ${WORDS[batch[0].state]}`
                    }, [
                      batch[0].state !== "dropped" ? (openBlock(), createBlock("button", {
                        key: 0,
                        type: "button",
                        class: "epoch-title",
                        onClick: ($event) => at.value = firstOfEpoch.value + number
                      }, " iteration " + toDisplayString(firstOfEpoch.value + number), 9, ["onClick"])) : (openBlock(), createBlock("span", {
                        key: 1,
                        class: "epoch-title"
                      }, "dropped")),
                      createVNode("span", { class: "epoch-tiles" }, [
                        (openBlock(true), createBlock(Fragment, null, renderList(batch, (tile, position) => {
                          return openBlock(), createBlock(Fragment, {
                            key: tile.row
                          }, [
                            position > 0 && tile.state !== "dropped" && isCut(number, position) ? (openBlock(), createBlock("span", {
                              key: 0,
                              class: "epoch-cut",
                              "aria-hidden": "true"
                            })) : createCommentVNode("", true),
                            createVNode("span", {
                              class: ["epoch-tile", tile.state],
                              title: `sample ${tile.row}: ${WORDS[tile.state]}, used ${tile.visits} times so far`
                            }, toDisplayString(tile.row), 11, ["title"])
                          ], 64);
                        }), 128))
                      ]),
                      createVNode("span", { class: "epoch-size" }, toDisplayString(batch.length) + " " + toDisplayString(batch.length === 1 ? "sample" : "samples"), 1)
                    ], 10, ["aria-label"]);
                  }), 128))
                ]),
                formula.value ? (openBlock(), createBlock("p", {
                  key: 0,
                  class: ["lab-note formula", formula.value.holds ? "good" : "warm"]
                }, [
                  createVNode("span", null, "“An epoch = iterations × batch size”:"),
                  createVNode("b", null, [
                    createTextVNode(toDisplayString(unref(result).iterationsPerEpoch) + " × " + toDisplayString(unref(values).batchSize) + " = ", 1),
                    createVNode("span", { "data-count": "claimed" }, toDisplayString(formula.value.claimed), 1)
                  ]),
                  formula.value.holds ? (openBlock(), createBlock("span", { key: 0 }, [
                    createTextVNode("and an epoch used "),
                    createVNode("span", { "data-count": "used" }, toDisplayString(formula.value.used), 1),
                    createTextVNode(" samples: here it is right.")
                  ])) : (openBlock(), createBlock("span", { key: 1 }, [
                    createTextVNode("but an epoch used "),
                    createVNode("span", { "data-count": "used" }, toDisplayString(formula.value.used), 1),
                    createTextVNode(" samples: the last batch has only " + toDisplayString(unref(result).lastBatchSize) + ".", 1)
                  ]))
                ], 2)) : createCommentVNode("", true)
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/one_epoch.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const one_epoch = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-71a1aa2a"]]);
export {
  one_epoch as default
};
