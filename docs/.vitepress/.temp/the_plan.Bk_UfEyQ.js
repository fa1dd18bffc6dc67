import { defineComponent, computed, mergeProps, unref, withCtx, openBlock, createBlock, Fragment, createVNode, renderList, toDisplayString, createTextVNode, createCommentVNode, useSSRContext } from "vue";
import { ssrRenderComponent, ssrRenderList, ssrInterpolate, ssrRenderClass, ssrRenderAttr } from "vue/server-renderer";
import { scaleLinear } from "d3-scale";
import { w as whole, c as choice, u as useLab, _ as _sfc_main$1 } from "./use_lab.C-AEhXHf.js";
import { c as countText } from "./number_text.CrPAnFPp.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const thePlan = {
  name: "the_plan",
  fields: [
    whole("samples", "Samples", 1e3, [1, 2e3]),
    whole("batchSize", "Batch size", 128, [1, 2e3]),
    whole("epochs", "Epochs", 3, [1, 20]),
    { kind: "switch", name: "dropLast", label: "Drop the last, smaller batch", initial: false },
    choice("schedule", "Learning rate", "constant", ["constant", "cosine"]),
    whole("seed", "Seed", 7, [0, 9999])
  ],
  author: "fd1d4f66fcde73183848496b34849200ffe985a55469425794d9ab19f7f177e3"
};
const LINES = 8;
const BARS = 400;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "the_plan",
  __ssrInlineRender: true,
  setup(__props) {
    const { result, frame } = useLab(thePlan);
    const bodies = computed(() => {
      const { planned, counted } = result.value ?? { planned: [], counted: [] };
      const lines = planned.map((plan, line) => ({ plan, real: counted[line] }));
      return lines.length <= 2 * LINES ? [lines] : [lines.slice(0, LINES), lines.slice(-LINES)];
    });
    const hidden = computed(() => {
      var _a;
      return (((_a = result.value) == null ? void 0 : _a.planned.length) ?? 0) - bodies.value.flat().length;
    });
    const diagram = computed(() => {
      var _a;
      const counted = ((_a = result.value) == null ? void 0 : _a.counted.slice(0, BARS)) ?? [];
      const total = counted.reduce((sum, { batchSize }) => sum + batchSize, 0);
      const x = scaleLinear([0, total], [0, 1e3]);
      const height = scaleLinear(
        [0, Math.max(1, ...counted.map(({ batchSize }) => batchSize))],
        [0, 70]
      );
      let seen = 0;
      return counted.map(({ epoch, iteration, batchSize }) => {
        const bar = {
          epoch,
          iteration,
          batchSize,
          x: x(seen),
          width: x(batchSize),
          height: height(batchSize)
        };
        seen += batchSize;
        return bar;
      });
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(ssrRenderComponent(_sfc_main$1, mergeProps({ label: "The plan" }, unref(frame), _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            if (unref(result)) {
              _push2(`<!--[--><pre class="plan-text" aria-label="The plan" data-v-252fef31${_scopeId}><!--[-->`);
              ssrRenderList(unref(result).text.split("\n"), (line) => {
                _push2(`<span data-v-252fef31${_scopeId}>${ssrInterpolate(line)}
</span>`);
              });
              _push2(`<!--]--></pre><figure class="${ssrRenderClass([{ dense: diagram.value.length > 100 }, "plan-diagram"])}" data-v-252fef31${_scopeId}><svg viewBox="0 0 1000 90" preserveAspectRatio="none" role="img" aria-label="Each iteration as a bar, as wide and as high as its batch" data-v-252fef31${_scopeId}><!--[-->`);
              ssrRenderList(diagram.value, (bar) => {
                _push2(`<rect${ssrRenderAttr("x", bar.x)}${ssrRenderAttr("width", bar.width)}${ssrRenderAttr("y", 80 - bar.height)}${ssrRenderAttr("height", bar.height)} class="${ssrRenderClass(bar.epoch % 2 === 1 ? "odd" : "even")}" data-v-252fef31${_scopeId}><title data-v-252fef31${_scopeId}>epoch ${ssrInterpolate(bar.epoch)}, iteration ${ssrInterpolate(bar.iteration)}: ${ssrInterpolate(bar.batchSize)} samples</title></rect>`);
              });
              _push2(`<!--]--></svg><figcaption data-v-252fef31${_scopeId}> Each bar is an iteration, as high as its batch is large; the colour changes with the epoch. `);
              if (unref(result).counted.length > diagram.value.length) {
                _push2(`<!--[-->The first ${ssrInterpolate(diagram.value.length)} are shown.<!--]-->`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`</figcaption></figure><div class="lab-tables" data-v-252fef31${_scopeId}><table class="lab-table" data-v-252fef31${_scopeId}><caption data-v-252fef31${_scopeId}>Planned before, counted while it ran</caption><thead data-v-252fef31${_scopeId}><tr data-v-252fef31${_scopeId}><th scope="col" data-v-252fef31${_scopeId}>quantity</th><th scope="col" data-v-252fef31${_scopeId}>planned</th><th scope="col" data-v-252fef31${_scopeId}>counted</th></tr></thead><tbody data-v-252fef31${_scopeId}><!--[-->`);
              ssrRenderList(unref(result).compared, (line) => {
                _push2(`<tr data-v-252fef31${_scopeId}><th scope="row" data-v-252fef31${_scopeId}>${ssrInterpolate(line.quantity)}</th><td data-planned data-v-252fef31${_scopeId}>${ssrInterpolate(unref(countText)(line.planned))}</td><td data-counted class="${ssrRenderClass({ differs: line.planned !== line.counted })}" data-v-252fef31${_scopeId}>${ssrInterpolate(unref(countText)(line.counted))}</td></tr>`);
              });
              _push2(`<!--]--></tbody></table><table class="lab-table" data-v-252fef31${_scopeId}><caption data-v-252fef31${_scopeId}>Cost</caption><tbody data-v-252fef31${_scopeId}><tr data-v-252fef31${_scopeId}><th scope="row" data-v-252fef31${_scopeId}>numbers that learn</th><td data-v-252fef31${_scopeId}>${ssrInterpolate(unref(countText)(unref(result).parameters))}</td></tr><tr data-v-252fef31${_scopeId}><th scope="row" data-v-252fef31${_scopeId}>multiplications by or for weights</th><td data-v-252fef31${_scopeId}>${ssrInterpolate(unref(countText)(unref(result).multiplications))}</td></tr><tr data-v-252fef31${_scopeId}><th scope="row" data-v-252fef31${_scopeId}>updates of all numbers</th><td data-v-252fef31${_scopeId}>${ssrInterpolate(unref(countText)(unref(result).counted.length))}</td></tr></tbody></table></div><p class="${ssrRenderClass([unref(result).differences === 0 ? "good" : "warm", "lab-note"])}" role="status" data-v-252fef31${_scopeId}><b data-count="differences" data-v-252fef31${_scopeId}>${ssrInterpolate(unref(result).differences)}</b> of ${ssrInterpolate(unref(countText)(unref(result).planned.length))} lines of the ledger differ between plan and run, learning rates compared to the bit. </p><details class="plan-ledger" data-v-252fef31${_scopeId}><summary data-v-252fef31${_scopeId}>The ledger</summary><table class="lab-table" data-v-252fef31${_scopeId}><thead data-v-252fef31${_scopeId}><tr data-v-252fef31${_scopeId}><th scope="col" data-v-252fef31${_scopeId}>epoch</th><th scope="col" data-v-252fef31${_scopeId}>iteration</th><th scope="col" data-v-252fef31${_scopeId}>batch</th><th scope="col" data-v-252fef31${_scopeId}>learning rate</th><th scope="col" data-v-252fef31${_scopeId}>as planned</th></tr></thead><!--[-->`);
              ssrRenderList(bodies.value, (lines, index) => {
                _push2(`<tbody data-v-252fef31${_scopeId}>`);
                if (index > 0) {
                  _push2(`<tr data-v-252fef31${_scopeId}><td colspan="5" data-v-252fef31${_scopeId}>… ${ssrInterpolate(unref(countText)(hidden.value))} more …</td></tr>`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`<!--[-->`);
                ssrRenderList(lines, ({ plan, real }) => {
                  _push2(`<tr data-v-252fef31${_scopeId}><td data-v-252fef31${_scopeId}>${ssrInterpolate(real.epoch)}</td><td data-v-252fef31${_scopeId}>${ssrInterpolate(real.iteration)}</td><td data-v-252fef31${_scopeId}>${ssrInterpolate(real.batchSize)}</td><td data-v-252fef31${_scopeId}>${ssrInterpolate(real.learningRate.toPrecision(6))}</td><td data-v-252fef31${_scopeId}>${ssrInterpolate(plan.learningRate === real.learningRate && plan.batchSize === real.batchSize ? "yes" : "no")}</td></tr>`);
                });
                _push2(`<!--]--></tbody>`);
              });
              _push2(`<!--]--></table></details><!--]-->`);
            } else {
              _push2(`<!---->`);
            }
          } else {
            return [
              unref(result) ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                createVNode("pre", {
                  class: "plan-text",
                  "aria-label": "The plan"
                }, [
                  (openBlock(true), createBlock(Fragment, null, renderList(unref(result).text.split("\n"), (line) => {
                    return openBlock(), createBlock("span", { key: line }, toDisplayString(line) + "\n", 1);
                  }), 128))
                ]),
                createVNode("figure", {
                  class: ["plan-diagram", { dense: diagram.value.length > 100 }]
                }, [
                  (openBlock(), createBlock("svg", {
                    viewBox: "0 0 1000 90",
                    preserveAspectRatio: "none",
                    role: "img",
                    "aria-label": "Each iteration as a bar, as wide and as high as its batch"
                  }, [
                    (openBlock(true), createBlock(Fragment, null, renderList(diagram.value, (bar) => {
                      return openBlock(), createBlock("rect", {
                        key: bar.iteration,
                        x: bar.x,
                        width: bar.width,
                        y: 80 - bar.height,
                        height: bar.height,
                        class: bar.epoch % 2 === 1 ? "odd" : "even"
                      }, [
                        createVNode("title", null, "epoch " + toDisplayString(bar.epoch) + ", iteration " + toDisplayString(bar.iteration) + ": " + toDisplayString(bar.batchSize) + " samples", 1)
                      ], 10, ["x", "width", "y", "height"]);
                    }), 128))
                  ])),
                  createVNode("figcaption", null, [
                    createTextVNode(" Each bar is an iteration, as high as its batch is large; the colour changes with the epoch. "),
                    unref(result).counted.length > diagram.value.length ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                      createTextVNode("The first " + toDisplayString(diagram.value.length) + " are shown.", 1)
                    ], 64)) : createCommentVNode("", true)
                  ])
                ], 2),
                createVNode("div", { class: "lab-tables" }, [
                  createVNode("table", { class: "lab-table" }, [
                    createVNode("caption", null, "Planned before, counted while it ran"),
                    createVNode("thead", null, [
                      createVNode("tr", null, [
                        createVNode("th", { scope: "col" }, "quantity"),
                        createVNode("th", { scope: "col" }, "planned"),
                        createVNode("th", { scope: "col" }, "counted")
                      ])
                    ]),
                    createVNode("tbody", null, [
                      (openBlock(true), createBlock(Fragment, null, renderList(unref(result).compared, (line) => {
                        return openBlock(), createBlock("tr", {
                          key: line.quantity
                        }, [
                          createVNode("th", { scope: "row" }, toDisplayString(line.quantity), 1),
                          createVNode("td", { "data-planned": "" }, toDisplayString(unref(countText)(line.planned)), 1),
                          createVNode("td", {
                            "data-counted": "",
                            class: { differs: line.planned !== line.counted }
                          }, toDisplayString(unref(countText)(line.counted)), 3)
                        ]);
                      }), 128))
                    ])
                  ]),
                  createVNode("table", { class: "lab-table" }, [
                    createVNode("caption", null, "Cost"),
                    createVNode("tbody", null, [
                      createVNode("tr", null, [
                        createVNode("th", { scope: "row" }, "numbers that learn"),
                        createVNode("td", null, toDisplayString(unref(countText)(unref(result).parameters)), 1)
                      ]),
                      createVNode("tr", null, [
                        createVNode("th", { scope: "row" }, "multiplications by or for weights"),
                        createVNode("td", null, toDisplayString(unref(countText)(unref(result).multiplications)), 1)
                      ]),
                      createVNode("tr", null, [
                        createVNode("th", { scope: "row" }, "updates of all numbers"),
                        createVNode("td", null, toDisplayString(unref(countText)(unref(result).counted.length)), 1)
                      ])
                    ])
                  ])
                ]),
                createVNode("p", {
                  class: ["lab-note", unref(result).differences === 0 ? "good" : "warm"],
                  role: "status"
                }, [
                  createVNode("b", { "data-count": "differences" }, toDisplayString(unref(result).differences), 1),
                  createTextVNode(" of " + toDisplayString(unref(countText)(unref(result).planned.length)) + " lines of the ledger differ between plan and run, learning rates compared to the bit. ", 1)
                ], 2),
                createVNode("details", { class: "plan-ledger" }, [
                  createVNode("summary", null, "The ledger"),
                  createVNode("table", { class: "lab-table" }, [
                    createVNode("thead", null, [
                      createVNode("tr", null, [
                        createVNode("th", { scope: "col" }, "epoch"),
                        createVNode("th", { scope: "col" }, "iteration"),
                        createVNode("th", { scope: "col" }, "batch"),
                        createVNode("th", { scope: "col" }, "learning rate"),
                        createVNode("th", { scope: "col" }, "as planned")
                      ])
                    ]),
                    (openBlock(true), createBlock(Fragment, null, renderList(bodies.value, (lines, index) => {
                      return openBlock(), createBlock("tbody", { key: index }, [
                        index > 0 ? (openBlock(), createBlock("tr", { key: 0 }, [
                          createVNode("td", { colspan: "5" }, "… " + toDisplayString(unref(countText)(hidden.value)) + " more …", 1)
                        ])) : createCommentVNode("", true),
                        (openBlock(true), createBlock(Fragment, null, renderList(lines, ({ plan, real }) => {
                          return openBlock(), createBlock("tr", {
                            key: plan.iteration
                          }, [
                            createVNode("td", null, toDisplayString(real.epoch), 1),
                            createVNode("td", null, toDisplayString(real.iteration), 1),
                            createVNode("td", null, toDisplayString(real.batchSize), 1),
                            createVNode("td", null, toDisplayString(real.learningRate.toPrecision(6)), 1),
                            createVNode("td", null, toDisplayString(plan.learningRate === real.learningRate && plan.batchSize === real.batchSize ? "yes" : "no"), 1)
                          ]);
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/the_plan.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const the_plan = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-252fef31"]]);
export {
  the_plan as default
};
