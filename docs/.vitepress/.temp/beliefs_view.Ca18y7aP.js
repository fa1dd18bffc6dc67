import { defineComponent, computed, mergeProps, unref, withCtx, openBlock, createBlock, Fragment, createVNode, toDisplayString, createTextVNode, createCommentVNode, renderList, useSSRContext } from "vue";
import { ssrRenderComponent, ssrInterpolate, ssrRenderClass, ssrRenderList } from "vue/server-renderer";
import { c as choice, w as whole, u as useLab, _ as _sfc_main$1 } from "./use_lab.C-AEhXHf.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const THRESHOLDS = {
  /** Of four times as many samples: at most this part of the epochs, measured every 8 iterations. */
  fewerEpochs: 0.6,
  /** A part by which one loss lies below another. */
  lowerLoss: 0.1,
  /** The accuracy that wrong labels keep a network from. */
  spoiled: 0.85,
  /** By which one accuracy lies above another. */
  higherAccuracy: 0.1
};
const percent = (part) => `${Math.round(100 * part)} %`;
const BELIEFS = [
  {
    name: "more epochs",
    question: "Do more epochs make a network better?",
    setting: "Diabetes, 265 patients, 32 hidden units, Adam, 100 epochs.",
    yes: "the validation loss is lowest after the last epoch.",
    turn: "20 epochs instead of 100"
  },
  {
    name: "small batches",
    question: "Do small batches learn better than large ones?",
    setting: "Digits, 32 hidden units, SGD at 0.4, batches of 8 and of 512, 10 epochs each.",
    yes: "batches of 8 end with the lower validation loss.",
    turn: "100 iterations each instead of 10 epochs each"
  },
  {
    name: "more data",
    question: "Does more data need fewer epochs?",
    setting: "Digits, 180 and 720 samples, SGD at 0.3, batches of 16, up to an accuracy of 85 %.",
    yes: `720 samples need less than ${THRESHOLDS.fewerEpochs} times what 180 need. It is measured every 8 iterations, so a smaller difference says nothing.`,
    turn: "counted in iterations instead of epochs"
  },
  {
    name: "higher rate",
    question: "Does a higher learning rate need fewer epochs?",
    setting: "Digits, 32 hidden units, SGD at 0.1 and at 0.4, up to an accuracy of 95 %.",
    yes: "the higher rate is at 95 % after fewer epochs.",
    turn: "a rate of 3.2 instead of 0.4"
  },
  {
    name: "transferring",
    question: "Does a network that has learned before need fewer epochs?",
    setting: "Digits 0 to 4 for 10 epochs, then 100 samples of 5 to 9, up to an accuracy of 90 %.",
    yes: "the network that has learned before is at 90 % in an earlier epoch.",
    turn: "all ten digits first, then 50 samples of odd or even"
  },
  {
    name: "larger networks",
    question: "Do larger networks need more epochs?",
    setting: "Digits, one hidden layer of 32 units and one of 128, SGD at 0.1, up to an accuracy of 95 %.",
    yes: "the larger network is at 95 % after more epochs.",
    turn: "larger by depth (8 layers of 32) instead of width"
  },
  {
    name: "generalization",
    question: "Do small batches generalize better?",
    setting: "Digits, 358 samples, batches of 4 and of all 358, compared at a training loss of 0.2.",
    yes: `the validation loss is more than ${percent(THRESHOLDS.lowerLoss)} lower with batches of 4. Less may be chance.`,
    turn: "compared after 10 epochs instead of at an equal training loss"
  },
  {
    name: "powers of two",
    question: "Is a batch of 32 better than one of 31 or 33?",
    setting: "Digits, 32 hidden units, SGD at 0.2, 10 epochs.",
    yes: "32 has the lowest validation loss of the three.",
    turn: void 0
  },
  {
    name: "noisy labels",
    question: "Do wrong labels keep a network from learning?",
    setting: "Digits, 128 hidden units, Adam; 40 % of the labels are wrong; 50 epochs.",
    yes: `the accuracy after the last epoch is below ${percent(THRESHOLDS.spoiled)}.`,
    turn: "5 epochs instead of 50"
  },
  {
    name: "residual connections",
    question: "Do deep networks need residual connections?",
    setting: "Digits, 16 blocks of 24 units, SGD at 0.1, 10 epochs; plain, and residual with normalization.",
    yes: `the accuracy with them is more than ${100 * THRESHOLDS.higherAccuracy} percentage points higher. Less may be chance.`,
    turn: "2 blocks instead of 16"
  },
  {
    name: "early layers",
    question: "Do early layers get smaller gradients?",
    setting: "Digits, six hidden layers of 32 units with sigmoid, SGD at 0.1, 20 epochs.",
    yes: "the norm of the first gradient is smaller in layer 1 than in layer 7.",
    turn: "relu instead of sigmoid"
  },
  {
    name: "growing batches",
    question: "Is a growing batch size as good as a falling learning rate?",
    setting: "Digits, 15 epochs: batches of 8, 32, 128 at 0.4; batches of 8 at 0.4, 0.1, 0.025.",
    yes: `with the changing batch size the validation loss is less than ${percent(THRESHOLDS.lowerLoss)} higher.`,
    turn: "batches of 128, 32, 8 instead of 8, 32, 128"
  }
];
const beliefs = {
  name: "beliefs",
  fields: [
    choice(
      "belief",
      "Belief",
      "more epochs",
      BELIEFS.map(({ name }) => name)
    ),
    whole("seed", "Seed", 1, [0, 9999]),
    { kind: "switch", name: "turned", label: "Turn the switch", initial: false }
  ],
  author: "069d065315215eb24b1bc9f4becf957041e0f5d895a8a594fe84d4a05359bbc9"
};
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "beliefs_view",
  __ssrInlineRender: true,
  setup(__props) {
    const { values, result, running, frame } = useLab(beliefs);
    const asked = computed(() => BELIEFS.find(({ name }) => name === values.belief));
    const isOld = computed(() => {
      var _a;
      return running.value || ((_a = result.value) == null ? void 0 : _a.belief) !== values.belief;
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(ssrRenderComponent(_sfc_main$1, mergeProps({
        label: "Beliefs",
        of: "of the last run"
      }, unref(frame), _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            if (asked.value) {
              _push2(`<!--[--><p class="question" data-v-4a6e5dc9${_scopeId}>${ssrInterpolate(asked.value.question)}</p><dl data-v-4a6e5dc9${_scopeId}><dt data-v-4a6e5dc9${_scopeId}>Setting</dt><dd data-v-4a6e5dc9${_scopeId}>${ssrInterpolate(asked.value.setting)}</dd><dt data-v-4a6e5dc9${_scopeId}>Yes, if</dt><dd data-yes data-v-4a6e5dc9${_scopeId}>${ssrInterpolate(asked.value.yes)}</dd><dt data-v-4a6e5dc9${_scopeId}>Switch</dt>`);
              if (asked.value.turn) {
                _push2(`<dd data-v-4a6e5dc9${_scopeId}>${ssrInterpolate(asked.value.turn)}`);
                if (unref(values).turned) {
                  _push2(`<b data-v-4a6e5dc9${_scopeId}>: turned</b>`);
                } else {
                  _push2(`<!---->`);
                }
                _push2(`</dd>`);
              } else {
                _push2(`<dd data-v-4a6e5dc9${_scopeId}>There is none: change the seed. It decides.</dd>`);
              }
              _push2(`</dl><!--]-->`);
            } else {
              _push2(`<!---->`);
            }
            if (unref(result)) {
              _push2(`<div class="${ssrRenderClass([{ old: isOld.value }, "answer"])}" data-v-4a6e5dc9${_scopeId}><p class="lab-note verdict" role="status" data-v-4a6e5dc9${_scopeId}><b data-count="holds" data-v-4a6e5dc9${_scopeId}>${ssrInterpolate(isOld.value ? "Training…" : unref(result).holds ? "Yes, here." : "No, not here.")}</b>`);
              if (!isOld.value) {
                _push2(`<span data-count="verdict" data-v-4a6e5dc9${_scopeId}>${ssrInterpolate(unref(result).verdict)}</span>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`</p>`);
              if (!isOld.value) {
                _push2(`<table class="lab-table" data-v-4a6e5dc9${_scopeId}><caption data-v-4a6e5dc9${_scopeId}>What was measured, with seed ${ssrInterpolate(unref(values).seed)}</caption><thead data-v-4a6e5dc9${_scopeId}><tr data-v-4a6e5dc9${_scopeId}><!--[-->`);
                ssrRenderList(unref(result).head, (name) => {
                  _push2(`<th scope="col" data-v-4a6e5dc9${_scopeId}>${ssrInterpolate(name)}</th>`);
                });
                _push2(`<!--]--></tr></thead><tbody data-v-4a6e5dc9${_scopeId}><!--[-->`);
                ssrRenderList(unref(result).rows, (row) => {
                  _push2(`<tr data-v-4a6e5dc9${_scopeId}><th scope="row" data-v-4a6e5dc9${_scopeId}>${ssrInterpolate(row[0])}</th><!--[-->`);
                  ssrRenderList(row.slice(1), (cell, index) => {
                    _push2(`<td data-v-4a6e5dc9${_scopeId}>${ssrInterpolate(cell)}</td>`);
                  });
                  _push2(`<!--]--></tr>`);
                });
                _push2(`<!--]--></tbody></table>`);
              } else {
                _push2(`<!---->`);
              }
              _push2(`</div>`);
            } else {
              _push2(`<!---->`);
            }
          } else {
            return [
              asked.value ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                createVNode("p", { class: "question" }, toDisplayString(asked.value.question), 1),
                createVNode("dl", null, [
                  createVNode("dt", null, "Setting"),
                  createVNode("dd", null, toDisplayString(asked.value.setting), 1),
                  createVNode("dt", null, "Yes, if"),
                  createVNode("dd", { "data-yes": "" }, toDisplayString(asked.value.yes), 1),
                  createVNode("dt", null, "Switch"),
                  asked.value.turn ? (openBlock(), createBlock("dd", { key: 0 }, [
                    createTextVNode(toDisplayString(asked.value.turn), 1),
                    unref(values).turned ? (openBlock(), createBlock("b", { key: 0 }, ": turned")) : createCommentVNode("", true)
                  ])) : (openBlock(), createBlock("dd", { key: 1 }, "There is none: change the seed. It decides."))
                ])
              ], 64)) : createCommentVNode("", true),
              unref(result) ? (openBlock(), createBlock("div", {
                key: 1,
                class: ["answer", { old: isOld.value }]
              }, [
                createVNode("p", {
                  class: "lab-note verdict",
                  role: "status"
                }, [
                  createVNode("b", { "data-count": "holds" }, toDisplayString(isOld.value ? "Training…" : unref(result).holds ? "Yes, here." : "No, not here."), 1),
                  !isOld.value ? (openBlock(), createBlock("span", {
                    key: 0,
                    "data-count": "verdict"
                  }, toDisplayString(unref(result).verdict), 1)) : createCommentVNode("", true)
                ]),
                !isOld.value ? (openBlock(), createBlock("table", {
                  key: 0,
                  class: "lab-table"
                }, [
                  createVNode("caption", null, "What was measured, with seed " + toDisplayString(unref(values).seed), 1),
                  createVNode("thead", null, [
                    createVNode("tr", null, [
                      (openBlock(true), createBlock(Fragment, null, renderList(unref(result).head, (name) => {
                        return openBlock(), createBlock("th", {
                          key: name,
                          scope: "col"
                        }, toDisplayString(name), 1);
                      }), 128))
                    ])
                  ]),
                  createVNode("tbody", null, [
                    (openBlock(true), createBlock(Fragment, null, renderList(unref(result).rows, (row) => {
                      return openBlock(), createBlock("tr", {
                        key: row[0]
                      }, [
                        createVNode("th", { scope: "row" }, toDisplayString(row[0]), 1),
                        (openBlock(true), createBlock(Fragment, null, renderList(row.slice(1), (cell, index) => {
                          return openBlock(), createBlock("td", { key: index }, toDisplayString(cell), 1);
                        }), 128))
                      ]);
                    }), 128))
                  ])
                ])) : createCommentVNode("", true)
              ], 2)) : createCommentVNode("", true)
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/beliefs_view.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const beliefs_view = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-4a6e5dc9"]]);
export {
  beliefs_view as default
};
