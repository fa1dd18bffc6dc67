import { defineComponent, ref, mergeProps, useSSRContext, shallowRef, computed, watch, unref, withCtx, createVNode, toDisplayString, openBlock, createBlock, Fragment, createCommentVNode } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderAttr, ssrRenderComponent, ssrIncludeBooleanAttr } from "vue/server-renderer";
import { c as choice, w as whole, u as useLab, _ as _sfc_main$2 } from "./use_lab.C-AEhXHf.js";
import { D as DecisionMap } from "./decision_map.CgjjG1R-.js";
import { _ as _sfc_main$3 } from "./line_chart.D1U88am3.js";
import { c as countText } from "./number_text.CrPAnFPp.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import "./diverging.CBvtVwX0.js";
import "./use_width.D8b87Crd.js";
import "d3-scale";
import "d3-shape";
const playground = {
  name: "playground",
  ofGiven: "own_table",
  fields: [
    choice("data", "Data", "moons", ["moons", "circles", "spirals", "blobs", "xor"]),
    whole("samples", "Samples", 200, [20, 1e3]),
    choice("noise", "Noise", "0.2", ["0", "0.05", "0.1", "0.2", "0.3", "0.5"]),
    whole("layers", "Hidden layers", 2, [0, 6]),
    whole("units", "Units in each", 8, [1, 64]),
    choice("activation", "Activation", "tanh", ["relu", "tanh", "sigmoid", "gelu"]),
    choice("dropout", "Dropout", "0", ["0", "0.1", "0.2", "0.5"]),
    choice("optimizer", "Optimizer", "adam", ["sgd", "momentum", "adam"]),
    choice("learningRate", "Learning rate", "0.03", [
      "0.001",
      "0.003",
      "0.01",
      "0.03",
      "0.1",
      "0.3",
      "1"
    ]),
    whole("batchSize", "Batch size", 10, [1, 1e3]),
    whole("epochs", "Epochs", 100, [1, 500]),
    whole("seed", "Seed", 7, [0, 9999])
  ],
  author: "c29679a26e4c04dc6e1f8cbe96445a813d16dcf89ee536af93acdc666fbb818d"
};
const NOISELESS = "blobs";
function codeOf(values, { goal }, table) {
  const { data, samples, noise, layers, units, activation, dropout, optimizer, seed } = values;
  const optimizerName = optimizer === "adam" ? "adam" : "sgd";
  const loss = LOSSES[goal.kind];
  const names = [
    ...Number(layers) > 0 ? [String(activation)] : [],
    ...Number(layers) > 0 && dropout !== "0" ? ["dropout"] : [],
    ...["dense", "sequential", "Trainer", optimizerName, loss]
  ].toSorted();
  const hidden = [
    `dense({ units: ${units} })`,
    `${activation}()`,
    ...dropout === "0" ? [] : [`dropout({ rate: ${dropout} })`]
  ];
  const last = `dense({ units: ${goal.kind === "several" ? goal.classes : 1} })`;
  const all = [...Array.from({ length: Number(layers) }, () => hidden).flat(), last];
  const generated = `${data}({ samples: ${samples}, ${data === NOISELESS ? "classes: 2, " : ""}noise: ${noise}, seed: ${seed} })`;
  const isStratified = table !== void 0 && goal.kind !== "number";
  const target = JSON.stringify((table == null ? void 0 : table.target) ?? "");
  return [
    ...table ? ["import { readFileSync } from 'node:fs';"] : [],
    `import { ${names.join(", ")} } from 'epochal';`,
    `import { ${table ? "" : `${data}, `}split, standardize } from 'epochal/data';`,
    "import { fingerprint } from 'epochal/learn';",
    ...table ? ["import { readCsv } from 'epochal/persistence';"] : [],
    "",
    ...table ? [`const { dataset } = readCsv(readFileSync('data.csv', 'utf8'), { target: ${target} });`] : [`const dataset = ${generated};`],
    `const parts = split(dataset, { validation: 0.25, seed: ${seed}${isStratified ? ", stratify: true" : ""} });`,
    "const scaler = standardize(parts.train);",
    "const train = scaler.apply(parts.train);",
    "const validation = scaler.apply(parts.validation);",
    `const model = sequential({ inputShape: [train.inputs.shape[1] ?? 0], seed: ${seed} }, [`,
    ...all.map((layer) => `  ${layer},`),
    "]);",
    "const trainer = new Trainer({",
    "  model,",
    `  loss: ${loss}(),`,
    `  optimizer: ${optimizerName}({ learningRate: ${values.learningRate}${optimizer === "momentum" ? ", momentum: 0.9" : ""} }),`,
    `  epochs: ${values.epochs},`,
    `  batchSize: ${values.batchSize},`,
    "  evaluateTraining: true,",
    `  seed: ${seed},`,
    "});",
    "await trainer.fit({ train, validation });",
    "console.log(trainer.iteration, fingerprint(model));",
    ""
  ].join("\n");
}
const LOSSES = {
  two: "sigmoidBinaryCrossEntropy",
  several: "softmaxCrossEntropy",
  number: "meanSquaredError"
};
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "own_table",
  __ssrInlineRender: true,
  props: {
    chosen: { type: Boolean },
    report: {}
  },
  emits: ["give"],
  setup(__props, { emit: __emit }) {
    const text = ref("");
    const target = ref("");
    const problem = ref("");
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<details${ssrRenderAttrs(mergeProps({
        class: "own-table",
        open: __props.chosen
      }, _attrs))} data-v-2f921730><summary data-v-2f921730>A table of your own</summary><p data-v-2f921730>It stays on this page: nothing is sent anywhere. The first row has to hold the names of the columns.</p><label data-v-2f921730>CSV file <input type="file" name="file" accept=".csv,.tsv,.txt,text/csv" data-v-2f921730></label><label data-v-2f921730>or its text <textarea name="text" rows="5" spellcheck="false" data-v-2f921730>${ssrInterpolate(text.value)}</textarea></label><label data-v-2f921730>Column to be predicted <input${ssrRenderAttr("value", target.value)} type="text" name="target" data-v-2f921730></label>`);
      if (problem.value) {
        _push(`<p class="lab-problem" role="alert" data-v-2f921730>${ssrInterpolate(problem.value)}</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<p class="lab-buttons" data-v-2f921730><button type="button" name="give" data-v-2f921730>Train on this table</button>`);
      if (__props.chosen) {
        _push(`<button type="button" name="back" data-v-2f921730>Back to generated data</button>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</p>`);
      if (__props.chosen && __props.report) {
        _push(`<pre tabindex="0" aria-label="How the table was read" data-count="report" data-v-2f921730>${ssrInterpolate(__props.report)}</pre>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</details>`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/own_table.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const OwnTableForm = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-2f921730"]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "playground_view",
  __ssrInlineRender: true,
  setup(__props) {
    const { values, result, answer, ask, give, start, pace, resting, running, given, frame } = useLab(playground);
    const look = shallowRef();
    const perSecond = ref(0);
    const playing = computed(() => running.value && !resting.value);
    let begun = { iteration: 0, time: 0 };
    let rested = 0;
    watch(answer, (now) => {
      if (now === void 0) return;
      if (now.file) save(now.file);
      look.value = now;
      if (now.iteration < begun.iteration) begun = { ...begun, iteration: 0 };
      const seconds = ((rested ?? performance.now()) - begun.time) / 1e3;
      const done = now.iteration - begun.iteration;
      if (done > 0 && seconds > 0) perSecond.value = Math.round(done / seconds);
      if (playing.value) requestAnimationFrame(() => ask("look"));
    });
    watch(result, () => ask("look"));
    watch(playing, (plays) => {
      var _a;
      const now = performance.now();
      if (plays) begun = { iteration: ((_a = look.value) == null ? void 0 : _a.iteration) ?? 0, time: now };
      rested = plays ? void 0 : now;
      if (result.value) ask("look");
    });
    const iteration = computed(() => {
      var _a;
      return ((_a = look.value) == null ? void 0 : _a.iteration) ?? 0;
    });
    const isOver = computed(() => result.value !== void 0 && !running.value);
    function play() {
      if (isOver.value) start();
      else pace(playing.value ? 0 : Number.POSITIVE_INFINITY);
    }
    function oneEpoch() {
      var _a;
      const size = ((_a = result.value) == null ? void 0 : _a.iterationsPerEpoch) ?? 1;
      pace(size - iteration.value % size);
    }
    const lines = computed(() => {
      var _a;
      const readings = ((_a = look.value) == null ? void 0 : _a.readings) ?? [];
      return ["training", "validation"].map((name) => ({
        name,
        points: readings.map((one) => [one.iteration, one[name]])
      }));
    });
    const newest = computed(() => {
      var _a;
      return (_a = look.value) == null ? void 0 : _a.readings.at(-1);
    });
    const table = computed(() => given.value);
    const code = computed(() => result.value ? codeOf(values, result.value, table.value) : "");
    function save(bytes) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([bytes]));
      link.download = "model.safetensors";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
    }
    return (_ctx, _push, _parent, _attrs) => {
      var _a;
      _push(ssrRenderComponent(_sfc_main$2, mergeProps({ label: "Playground" }, { ...unref(frame), weights: (_a = look.value) == null ? void 0 : _a.weights }, {
        of: isOver.value ? "" : "are not reached; now"
      }, _attrs), {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          var _a2, _b, _c, _d, _e, _f, _g, _h, _i, _j;
          if (_push2) {
            _push2(`<div class="lab-buttons" role="group" aria-label="Pace" data-v-26079990${_scopeId}><button type="button" name="play" data-v-26079990${_scopeId}>${ssrInterpolate(playing.value ? "Pause" : isOver.value ? "Play again" : "Play")}</button><button type="button" name="iteration"${ssrIncludeBooleanAttr(playing.value || isOver.value) ? " disabled" : ""} data-v-26079990${_scopeId}>One iteration</button><button type="button" name="epoch"${ssrIncludeBooleanAttr(playing.value || isOver.value) ? " disabled" : ""} data-v-26079990${_scopeId}>One epoch</button><button type="button" name="anew" data-v-26079990${_scopeId}>Start anew</button></div>`);
            if (unref(result) && look.value) {
              _push2(`<!--[--><dl class="lab-counters" data-v-26079990${_scopeId}><div data-v-26079990${_scopeId}><dt data-v-26079990${_scopeId}>Epochs</dt><dd data-v-26079990${_scopeId}>${ssrInterpolate(unref(countText)(Math.floor(iteration.value / unref(result).iterationsPerEpoch)))}</dd></div><div data-v-26079990${_scopeId}><dt data-v-26079990${_scopeId}>Iterations</dt><dd data-count="iteration"${ssrRenderAttr("data-exact", iteration.value)} data-v-26079990${_scopeId}>${ssrInterpolate(unref(countText)(iteration.value))}</dd></div><div data-v-26079990${_scopeId}><dt data-v-26079990${_scopeId}>Iterations a second</dt><dd data-count="speed" data-v-26079990${_scopeId}>${ssrInterpolate(perSecond.value > 0 ? unref(countText)(perSecond.value) : "–")}</dd></div><div data-v-26079990${_scopeId}><dt data-v-26079990${_scopeId}>Training loss</dt><dd data-count="training"${ssrRenderAttr("data-exact", (_a2 = newest.value) == null ? void 0 : _a2.training)} data-v-26079990${_scopeId}>${ssrInterpolate(((_b = newest.value) == null ? void 0 : _b.training.toFixed(4)) ?? "–")}</dd></div><div data-v-26079990${_scopeId}><dt data-v-26079990${_scopeId}>Validation loss</dt><dd data-count="validation"${ssrRenderAttr("data-exact", (_c = newest.value) == null ? void 0 : _c.validation)} data-v-26079990${_scopeId}>${ssrInterpolate(((_d = newest.value) == null ? void 0 : _d.validation.toFixed(4)) ?? "–")}</dd></div></dl><div class="playground-pictures" data-v-26079990${_scopeId}>`);
              if (unref(result).plane && look.value.map) {
                _push2(ssrRenderComponent(DecisionMap, mergeProps({
                  map: look.value.map
                }, unref(result).plane, {
                  label: `The class that the network gives to every point after ${iteration.value} iterations, with the training samples`
                }), null, _parent2, _scopeId));
              } else {
                _push2(`<p data-v-26079990${_scopeId}>A decision boundary can be drawn where there are two inputs and two classes; here ${ssrInterpolate(unref(result).features === 1 ? "there is one input" : `there are ${unref(result).features} inputs`)}${ssrInterpolate(unref(result).goal.kind === "several" ? ` and ${unref(result).goal.classes} classes` : unref(result).goal.kind === "number" ? ", and a number is predicted" : "")}.</p>`);
              }
              if (newest.value) {
                _push2(ssrRenderComponent(_sfc_main$3, {
                  lines: lines.value,
                  "x-label": "iterations",
                  "y-label": "loss after each epoch",
                  legend: "loss on"
                }, null, _parent2, _scopeId));
              } else {
                _push2(`<p data-v-26079990${_scopeId}>The curves begin after the first epoch.</p>`);
              }
              _push2(`</div><!--]-->`);
            } else {
              _push2(`<!---->`);
            }
            _push2(ssrRenderComponent(OwnTableForm, {
              chosen: table.value !== void 0,
              report: (_e = unref(result)) == null ? void 0 : _e.report,
              onGive: unref(give)
            }, null, _parent2, _scopeId));
            if (unref(result)) {
              _push2(`<!--[--><p data-v-26079990${_scopeId}><button type="button" name="file"${ssrIncludeBooleanAttr(playing.value && !isOver.value) ? " disabled" : ""} data-v-26079990${_scopeId}>Download the model as it is now</button></p><details class="playground-code" data-v-26079990${_scopeId}><summary data-v-26079990${_scopeId}>The code that makes this run in Node</summary><pre tabindex="0" aria-label="Code of this run" data-v-26079990${_scopeId}><code data-count="code" data-v-26079990${_scopeId}>${ssrInterpolate(code.value)}</code></pre></details><!--]-->`);
            } else {
              _push2(`<!---->`);
            }
          } else {
            return [
              createVNode("div", {
                class: "lab-buttons",
                role: "group",
                "aria-label": "Pace"
              }, [
                createVNode("button", {
                  type: "button",
                  name: "play",
                  onClick: play
                }, toDisplayString(playing.value ? "Pause" : isOver.value ? "Play again" : "Play"), 1),
                createVNode("button", {
                  type: "button",
                  name: "iteration",
                  disabled: playing.value || isOver.value,
                  onClick: ($event) => unref(pace)(1)
                }, "One iteration", 8, ["disabled", "onClick"]),
                createVNode("button", {
                  type: "button",
                  name: "epoch",
                  disabled: playing.value || isOver.value,
                  onClick: oneEpoch
                }, "One epoch", 8, ["disabled"]),
                createVNode("button", {
                  type: "button",
                  name: "anew",
                  onClick: ($event) => unref(start)(0)
                }, "Start anew", 8, ["onClick"])
              ]),
              unref(result) && look.value ? (openBlock(), createBlock(Fragment, { key: 0 }, [
                createVNode("dl", { class: "lab-counters" }, [
                  createVNode("div", null, [
                    createVNode("dt", null, "Epochs"),
                    createVNode("dd", null, toDisplayString(unref(countText)(Math.floor(iteration.value / unref(result).iterationsPerEpoch))), 1)
                  ]),
                  createVNode("div", null, [
                    createVNode("dt", null, "Iterations"),
                    createVNode("dd", {
                      "data-count": "iteration",
                      "data-exact": iteration.value
                    }, toDisplayString(unref(countText)(iteration.value)), 9, ["data-exact"])
                  ]),
                  createVNode("div", null, [
                    createVNode("dt", null, "Iterations a second"),
                    createVNode("dd", { "data-count": "speed" }, toDisplayString(perSecond.value > 0 ? unref(countText)(perSecond.value) : "–"), 1)
                  ]),
                  createVNode("div", null, [
                    createVNode("dt", null, "Training loss"),
                    createVNode("dd", {
                      "data-count": "training",
                      "data-exact": (_f = newest.value) == null ? void 0 : _f.training
                    }, toDisplayString(((_g = newest.value) == null ? void 0 : _g.training.toFixed(4)) ?? "–"), 9, ["data-exact"])
                  ]),
                  createVNode("div", null, [
                    createVNode("dt", null, "Validation loss"),
                    createVNode("dd", {
                      "data-count": "validation",
                      "data-exact": (_h = newest.value) == null ? void 0 : _h.validation
                    }, toDisplayString(((_i = newest.value) == null ? void 0 : _i.validation.toFixed(4)) ?? "–"), 9, ["data-exact"])
                  ])
                ]),
                createVNode("div", { class: "playground-pictures" }, [
                  unref(result).plane && look.value.map ? (openBlock(), createBlock(DecisionMap, mergeProps({
                    key: 0,
                    map: look.value.map
                  }, unref(result).plane, {
                    label: `The class that the network gives to every point after ${iteration.value} iterations, with the training samples`
                  }), null, 16, ["map", "label"])) : (openBlock(), createBlock("p", { key: 1 }, "A decision boundary can be drawn where there are two inputs and two classes; here " + toDisplayString(unref(result).features === 1 ? "there is one input" : `there are ${unref(result).features} inputs`) + toDisplayString(unref(result).goal.kind === "several" ? ` and ${unref(result).goal.classes} classes` : unref(result).goal.kind === "number" ? ", and a number is predicted" : "") + ".", 1)),
                  newest.value ? (openBlock(), createBlock(_sfc_main$3, {
                    key: 2,
                    lines: lines.value,
                    "x-label": "iterations",
                    "y-label": "loss after each epoch",
                    legend: "loss on"
                  }, null, 8, ["lines"])) : (openBlock(), createBlock("p", { key: 3 }, "The curves begin after the first epoch."))
                ])
              ], 64)) : createCommentVNode("", true),
              createVNode(OwnTableForm, {
                chosen: table.value !== void 0,
                report: (_j = unref(result)) == null ? void 0 : _j.report,
                onGive: unref(give)
              }, null, 8, ["chosen", "report", "onGive"]),
              unref(result) ? (openBlock(), createBlock(Fragment, { key: 1 }, [
                createVNode("p", null, [
                  createVNode("button", {
                    type: "button",
                    name: "file",
                    disabled: playing.value && !isOver.value,
                    onClick: ($event) => unref(ask)("file")
                  }, "Download the model as it is now", 8, ["disabled", "onClick"])
                ]),
                createVNode("details", { class: "playground-code" }, [
                  createVNode("summary", null, "The code that makes this run in Node"),
                  createVNode("pre", {
                    tabindex: "0",
                    "aria-label": "Code of this run"
                  }, [
                    createVNode("code", { "data-count": "code" }, toDisplayString(code.value), 1)
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/playground_view.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const playground_view = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-26079990"]]);
export {
  playground_view as default
};
