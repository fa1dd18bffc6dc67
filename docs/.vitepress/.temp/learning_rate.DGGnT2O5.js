import { defineComponent, computed, unref, useSSRContext, ref, watch, mergeProps, useModel, mergeModels, createSlots, withCtx, isRef, openBlock, createBlock, createCommentVNode, createVNode, Fragment, renderList, toDisplayString } from "vue";
import { ssrRenderComponent, ssrInterpolate, ssrRenderList, ssrRenderAttr, ssrRenderClass, ssrRenderAttrs, ssrIncludeBooleanAttr } from "vue/server-renderer";
import { c as choice, w as whole, b as pointsOf, u as useLab, _ as _sfc_main$7 } from "./use_lab.C-AEhXHf.js";
import { _ as _sfc_main$6 } from "./line_chart.D1U88am3.js";
import { s as shortText, m as measuredText, w as withMinus } from "./number_text.CrPAnFPp.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
import { scaleLinear } from "d3-scale";
import { u as useWidth } from "./use_width.D8b87Crd.js";
import { contours } from "d3-contour";
import "d3-shape";
const PARTS = ["range", "surface", "network", "schedule"];
const RACERS = ["sgd", "momentum", "nesterov", "rmsprop", "adam", "adamW"];
const SURFACES = ["bowl", "narrow valley", "saddle", "two basins"];
const OWN = "each its own";
const learningRate = {
  name: "learning_rate",
  fields: [
    choice("part", "Show", "range", PARTS),
    choice("optimizer", "Optimizer", "sgd", RACERS),
    choice("surface", "Surface", "narrow valley", SURFACES),
    choice("rate", "Learning rate", OWN, [OWN, "0.001", "0.01", "0.03", "0.1", "0.3"]),
    whole("iterations", "Iterations", 150, [10, 500]),
    choice("peak", "Highest rate", "3", ["0.01", "0.03", "0.1", "0.3", "1", "3"]),
    { kind: "points", name: "drawn", label: "Schedule", most: 12, initial: "0:10,20:100,100:0" },
    whole("epochs", "Epochs", 20, [1, 60]),
    whole("seed", "Seed", 7, [0, 9999])
  ],
  author: "cffd51ae12148f549c7aa60b17d219fec04cf67f927fdad2a6c1c4c8e18fa93e"
};
const FIELDS = {
  range: ["optimizer", "epochs", "seed"],
  surface: ["surface", "rate", "iterations"],
  network: ["rate", "epochs", "seed"],
  schedule: ["drawn", "peak", "optimizer", "epochs", "seed"]
};
const _sfc_main$5 = /* @__PURE__ */ defineComponent({
  __name: "rate_runs",
  __ssrInlineRender: true,
  props: {
    runs: {},
    legend: {},
    caption: {}
  },
  setup(__props) {
    const props = __props;
    const ceiling = computed(() => 1.3 * Math.max(...props.runs.map(({ losses }) => losses[0])));
    const lines = computed(
      () => props.runs.map(({ name, losses }) => ({
        name,
        points: losses.map((loss, epoch) => [epoch, loss])
      }))
    );
    const best = computed(
      () => Math.min(...props.runs.map(({ losses }) => lastOf(losses)).filter(Number.isFinite))
    );
    const lastOf = (losses) => losses[losses.length - 1];
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<!--[-->`);
      _push(ssrRenderComponent(_sfc_main$6, {
        lines: lines.value,
        ceiling: ceiling.value,
        "x-label": "epochs",
        "y-label": "loss on all training samples",
        legend: __props.legend
      }, null, _parent));
      _push(`<div class="wide" data-v-9f5b487f><table class="lab-table" data-v-9f5b487f><caption data-v-9f5b487f>${ssrInterpolate(__props.caption)}</caption><thead data-v-9f5b487f><tr data-v-9f5b487f><th scope="col" data-v-9f5b487f>${ssrInterpolate(__props.legend)}</th><th scope="col" data-v-9f5b487f>learning rate</th><th scope="col" data-v-9f5b487f>loss at the end</th><th scope="col" data-v-9f5b487f>weights</th></tr></thead><tbody data-v-9f5b487f><!--[-->`);
      ssrRenderList(__props.runs, (run) => {
        _push(`<tr data-v-9f5b487f><th scope="row" data-v-9f5b487f>${ssrInterpolate(run.name)}</th><td data-rate${ssrRenderAttr("data-exact", run.learningRate)} data-v-9f5b487f>${ssrInterpolate(unref(shortText)(run.learningRate))}</td><td data-loss${ssrRenderAttr("data-exact", lastOf(run.losses))} class="${ssrRenderClass({ wins: lastOf(run.losses) === best.value })}" data-v-9f5b487f>${ssrInterpolate(unref(measuredText)(lastOf(run.losses), 4))}`);
        if (lastOf(run.losses) === best.value) {
          _push(`<span data-v-9f5b487f> ★<span class="lab-hidden" data-v-9f5b487f> lowest</span></span>`);
        } else {
          _push(`<!---->`);
        }
        _push(`</td><td data-v-9f5b487f><code data-weights data-v-9f5b487f>${ssrInterpolate(run.weights.slice(0, 12))}</code></td></tr>`);
      });
      _push(`<!--]--></tbody></table></div><!--]-->`);
    };
  }
});
const _sfc_setup$5 = _sfc_main$5.setup;
_sfc_main$5.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/rate_runs.vue");
  return _sfc_setup$5 ? _sfc_setup$5(props, ctx) : void 0;
};
const RateRuns = /* @__PURE__ */ _export_sfc(_sfc_main$5, [["__scopeId", "data-v-9f5b487f"]]);
const HEIGHT$1 = 240;
const MOST = 12;
const _sfc_main$4 = /* @__PURE__ */ defineComponent({
  __name: "schedule_editor",
  __ssrInlineRender: true,
  props: {
    drawn: {},
    peak: {}
  },
  emits: ["draw"],
  setup(__props, { emit: __emit }) {
    const props = __props;
    const INSET = { left: 56, right: 24, top: 20, bottom: 38 };
    const points = ref(pointsOf(props.drawn));
    watch(
      () => props.drawn,
      (drawn) => {
        points.value = pointsOf(drawn);
      }
    );
    const picture = ref();
    const width = useWidth(picture);
    ref();
    const focused = ref(0);
    const x = computed(() => scaleLinear([0, 100], [INSET.left, width.value - INSET.right]));
    const y = scaleLinear([0, 100], [HEIGHT$1 - INSET.bottom, INSET.top]);
    const line = computed(
      () => `M${points.value.map(([px, py]) => `${x.value(px)},${y(py)}`).join("L")}`
    );
    const canAdd = computed(() => points.value.length < MOST && gapAfter(focused.value) !== void 0);
    const isEnd = (index) => index === 0 || index === points.value.length - 1;
    function gapAfter(index) {
      const start = Math.min(index, points.value.length - 2);
      return points.value[start + 1][0] - points.value[start][0] > 1 ? start : void 0;
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({ class: "editor" }, _attrs))} data-v-101a95eb><svg${ssrRenderAttr("viewBox", `0 0 ${unref(width)} ${HEIGHT$1}`)} role="group" aria-label="The schedule: points to move" data-v-101a95eb><g class="axis" aria-hidden="true" data-v-101a95eb><!--[-->`);
      ssrRenderList([0, 50, 100], (tick) => {
        _push(`<!--[--><path${ssrRenderAttr("d", `M${INSET.left} ${unref(y)(tick)}H${unref(width) - INSET.right}`)} data-v-101a95eb></path><text${ssrRenderAttr("x", INSET.left - 16)}${ssrRenderAttr("y", unref(y)(tick) + 5)} text-anchor="end" data-v-101a95eb>${ssrInterpolate(unref(shortText)(__props.peak * tick / 100))}</text><!--]-->`);
      });
      _push(`<!--]--><text${ssrRenderAttr("x", INSET.left)}${ssrRenderAttr("y", HEIGHT$1 - 8)} data-v-101a95eb>start</text><text${ssrRenderAttr("x", unref(width) - INSET.right)}${ssrRenderAttr("y", HEIGHT$1 - 8)} text-anchor="end" data-v-101a95eb>end of the training</text></g><path${ssrRenderAttr("d", line.value)} class="series-0" stroke-linejoin="round" data-v-101a95eb></path><!--[-->`);
      ssrRenderList(points.value, ([px, py], index) => {
        _push(`<g class="point" tabindex="0" role="slider"${ssrRenderAttr("aria-label", `Point ${index + 1} of ${points.value.length}`)} aria-orientation="vertical" aria-valuemin="0" aria-valuemax="100"${ssrRenderAttr("aria-valuenow", py)}${ssrRenderAttr("aria-valuetext", `after ${px} % of the training: ${py} % of the highest rate`)} data-v-101a95eb><circle class="reach"${ssrRenderAttr("cx", x.value(px))}${ssrRenderAttr("cy", unref(y)(py))} r="22" data-v-101a95eb></circle><circle class="${ssrRenderClass([{ now: focused.value === index }, "dot"])}"${ssrRenderAttr("cx", x.value(px))}${ssrRenderAttr("cy", unref(y)(py))} r="9" data-v-101a95eb></circle></g>`);
      });
      _push(`<!--]--></svg><figcaption data-v-101a95eb><button type="button"${ssrIncludeBooleanAttr(!canAdd.value) ? " disabled" : ""} data-v-101a95eb>Add a point</button><button type="button"${ssrIncludeBooleanAttr(isEnd(focused.value)) ? " disabled" : ""} data-v-101a95eb>Remove point ${ssrInterpolate(focused.value + 1)}</button><span data-v-101a95eb>Drag the points, or use arrow keys (with shift ten times as far), Enter and Delete.</span></figcaption></figure>`);
    };
  }
});
const _sfc_setup$4 = _sfc_main$4.setup;
_sfc_main$4.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/schedule_editor.vue");
  return _sfc_setup$4 ? _sfc_setup$4(props, ctx) : void 0;
};
const ScheduleEditor = /* @__PURE__ */ _export_sfc(_sfc_main$4, [["__scopeId", "data-v-101a95eb"]]);
const _sfc_main$3 = /* @__PURE__ */ defineComponent({
  __name: "drawn_schedule",
  __ssrInlineRender: true,
  props: {
    result: {},
    drawn: {},
    peak: {}
  },
  emits: ["draw"],
  setup(__props, { emit: __emit }) {
    const props = __props;
    const emit = __emit;
    const lines = computed(
      () => ["planned", "applied"].map((name) => ({
        name,
        points: Array.from(props.result[name], (rate, index) => [index + 1, rate])
      }))
    );
    const rows = computed(
      () => Array.from(props.result.planned, (planned, index) => ({
        ...{ iteration: index + 1, planned, applied: props.result.applied[index] },
        epoch: Math.floor(index / props.result.iterationsPerEpoch) + 1
      }))
    );
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<!--[-->`);
      _push(ssrRenderComponent(ScheduleEditor, {
        drawn: __props.drawn,
        peak: __props.peak,
        onDraw: ($event) => emit("draw", $event)
      }, null, _parent));
      _push(`<pre class="code" aria-label="The schedule in code" data-v-678133cc>schedule: ${ssrInterpolate(__props.result.code)}</pre>`);
      _push(ssrRenderComponent(_sfc_main$6, {
        lines: lines.value,
        "x-label": "iterations",
        "y-label": "learning rate of each iteration"
      }, null, _parent));
      _push(`<p class="${ssrRenderClass([__props.result.differences === 0 ? "good" : "warm", "lab-note"])}" role="status" data-v-678133cc><b data-count="differences" data-v-678133cc>${ssrInterpolate(__props.result.differences)}</b> of ${ssrInterpolate(__props.result.planned.length)} learning rates differ between the plan, made before the run, and what the Trainer applied; compared to the bit. </p>`);
      _push(ssrRenderComponent(RateRuns, {
        runs: __props.result.runs,
        legend: "schedule",
        caption: "Whether it was worth drawing"
      }, null, _parent));
      _push(`<details data-v-678133cc><summary data-v-678133cc>Every iteration</summary><table class="lab-table" data-v-678133cc><thead data-v-678133cc><tr data-v-678133cc><th scope="col" data-v-678133cc>epoch</th><th scope="col" data-v-678133cc>iteration</th><th scope="col" data-v-678133cc>planned</th><th scope="col" data-v-678133cc>applied</th></tr></thead><tbody data-v-678133cc><!--[-->`);
      ssrRenderList(rows.value, (row) => {
        _push(`<tr data-v-678133cc><td data-v-678133cc>${ssrInterpolate(row.epoch)}</td><th scope="row" data-v-678133cc>${ssrInterpolate(row.iteration)}</th><td data-planned${ssrRenderAttr("data-exact", row.planned)} data-v-678133cc>${ssrInterpolate(unref(shortText)(row.planned))}</td><td data-applied${ssrRenderAttr("data-exact", row.applied)} class="${ssrRenderClass({ differs: row.planned !== row.applied })}" data-v-678133cc>${ssrInterpolate(unref(shortText)(row.applied))}</td></tr>`);
      });
      _push(`<!--]--></tbody></table></details><!--]-->`);
    };
  }
});
const _sfc_setup$3 = _sfc_main$3.setup;
_sfc_main$3.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/drawn_schedule.vue");
  return _sfc_setup$3 ? _sfc_setup$3(props, ctx) : void 0;
};
const DrawnSchedule = /* @__PURE__ */ _export_sfc(_sfc_main$3, [["__scopeId", "data-v-678133cc"]]);
const _sfc_main$2 = /* @__PURE__ */ defineComponent({
  __name: "range_test",
  __ssrInlineRender: true,
  props: {
    result: {}
  },
  setup(__props) {
    const props = __props;
    const ceiling = computed(
      () => 1.4 * Math.max(...props.result.points.slice(0, 5).map(({ loss }) => loss))
    );
    const lines = computed(() => {
      const { points } = props.result;
      return [
        {
          name: "smoothed",
          points: points.map((one) => [one.learningRate, one.smoothed])
        },
        {
          name: "of one batch",
          faint: true,
          points: points.map((one) => [one.learningRate, one.loss])
        }
      ];
    });
    const marks = computed(() => {
      const { points, suggestion, lowest } = props.result;
      const at = (rate) => {
        const near = (one) => Math.abs(Math.log(one.learningRate / rate));
        const point = points.reduce((a, b) => near(b) < near(a) ? b : a);
        return [point.learningRate, point.smoothed];
      };
      const bottom = { point: at(lowest), name: `lowest: ${shortText(lowest)}`, line: 0, below: true };
      return suggestion === void 0 ? [bottom] : [{ point: at(suggestion), name: `suggestion: ${shortText(suggestion)}`, line: 0 }, bottom];
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<!--[-->`);
      _push(ssrRenderComponent(_sfc_main$6, {
        lines: lines.value,
        marks: marks.value,
        ceiling: ceiling.value,
        log: "",
        "x-label": "learning rate",
        "y-label": "loss after an update with this rate",
        legend: "loss"
      }, null, _parent));
      _push(`<p class="lab-note">`);
      if (__props.result.suggestion !== void 0) {
        _push(`<!--[--> Suggestion: <b data-count="suggestion"${ssrRenderAttr("data-exact", __props.result.suggestion)}>${ssrInterpolate(unref(shortText)(__props.result.suggestion))}</b>, the lower one of two rates: where the smoothed loss fell fastest, and a tenth of where it was lowest. <!--]-->`);
      } else {
        _push(`<!--[-->No suggestion: the loss never fell.<!--]-->`);
      }
      _push(` ${ssrInterpolate(__props.result.points.length)} rates were tried, one in each iteration; ${ssrInterpolate(__props.result.diverged ? "then the loss broke away and the test ended." : "the loss did not break away.")}</p>`);
      _push(ssrRenderComponent(RateRuns, {
        runs: __props.result.runs,
        legend: "training with",
        caption: "What the suggestion is worth: each rate from the same start"
      }, null, _parent));
      _push(`<details><summary>The numbers of the test</summary><table class="lab-table"><thead><tr><th scope="col">learning rate</th><th scope="col">loss of the batch</th><th scope="col">smoothed</th></tr></thead><tbody><!--[-->`);
      ssrRenderList(__props.result.points, (one) => {
        _push(`<tr><th scope="row">${ssrInterpolate(unref(shortText)(one.learningRate))}</th><td>${ssrInterpolate(one.loss.toPrecision(4))}</td><td data-smoothed${ssrRenderAttr("data-exact", one.smoothed)}>${ssrInterpolate(one.smoothed.toPrecision(4))}</td></tr>`);
      });
      _push(`<!--]--></tbody></table></details><!--]-->`);
    };
  }
});
const _sfc_setup$2 = _sfc_main$2.setup;
_sfc_main$2.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/range_test.vue");
  return _sfc_setup$2 ? _sfc_setup$2(props, ctx) : void 0;
};
const WIDTH = 720;
const HEIGHT = 480;
const LEVELS = 16;
const _sfc_main$1 = /* @__PURE__ */ defineComponent({
  __name: "surface_race",
  __ssrInlineRender: true,
  props: /* @__PURE__ */ mergeModels({
    result: {}
  }, {
    "at": { required: true },
    "atModifiers": {}
  }),
  emits: ["update:at"],
  setup(__props) {
    const props = __props;
    const at = useModel(__props, "at");
    const chosen = ref();
    const DASHES = ["", "8 4", "2 3", "10 3 2 3", "14 4", "5 2"];
    const iteration = computed(
      () => at.value === 0 ? props.result.iterations : Math.min(at.value, props.result.iterations)
    );
    const x = computed(() => scaleLinear(props.result.x, [0, WIDTH]));
    const y = computed(() => scaleLinear(props.result.y, [HEIGHT, 0]));
    const bands = computed(() => {
      const { columns, lines, heights } = props.result;
      const low = heights.reduce((a, b) => Math.min(a, b));
      const high = heights.reduce((a, b) => Math.max(a, b));
      const levels = Array.from(
        { length: LEVELS },
        (_, k) => low + (high - low) * ((k + 1) / (LEVELS + 1)) ** 3
      );
      const point = ([column, line]) => `${(column / columns * WIDTH).toFixed(1)},${(HEIGHT - line / lines * HEIGHT).toFixed(1)}`;
      return contours().size([columns, lines]).thresholds(levels)(Array.from(heights)).map(
        ({ coordinates }) => coordinates.flatMap((rings) => rings.map((ring) => `M${ring.map(point).join("L")}Z`)).join("")
      );
    });
    const end = ({ values }) => Math.min(iteration.value, values.length - 1);
    const near = (value, size) => Math.max(-size, Math.min(2 * size, value)).toFixed(1);
    const placeOf = ({ positions }, moment) => [
      near(x.value(positions[2 * moment]), WIDTH),
      near(y.value(positions[2 * moment + 1]), HEIGHT)
    ];
    const drawn = computed(
      () => props.result.paths.map((path, index) => {
        const places = Array.from({ length: end(path) + 1 }, (_, moment) => placeOf(path, moment));
        return {
          ...{ name: path.name, index, place: places[places.length - 1] },
          line: `M${places.map((place) => place.join(",")).join("L")}`
        };
      })
    );
    const lowestNow = computed(
      () => Math.min(...props.result.paths.map((path) => path.values[end(path)]))
    );
    function digits(value) {
      return Math.abs(value) >= 1e6 ? shortText(value) : withMinus(String(Number(value.toFixed(4))));
    }
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<!--[--><figure class="surface" data-v-31630510><ul class="lab-legend" aria-label="optimizer" data-v-31630510><li data-v-31630510>optimizer</li><!--[-->`);
      ssrRenderList(__props.result.paths, (path, index) => {
        _push(`<li data-v-31630510><svg width="28" height="10" aria-hidden="true" data-v-31630510><path d="M1 5H27" class="${ssrRenderClass(`series-${index}`)}"${ssrRenderAttr("stroke-dasharray", DASHES[index])} data-v-31630510></path></svg>${ssrInterpolate(path.name)}</li>`);
      });
      _push(`<!--]--></ul><svg${ssrRenderAttr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`)} role="img"${ssrRenderAttr("aria-label", `Contours of ${__props.result.formula}, and the paths of the optimizers; the numbers are in the table below`)} data-v-31630510><!--[-->`);
      ssrRenderList(bands.value, (band, index) => {
        _push(`<path${ssrRenderAttr("d", band)} class="band" data-v-31630510></path>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(__props.result.lowest, (place, index) => {
        _push(`<path class="lowest"${ssrRenderAttr("transform", `translate(${x.value(place[0])} ${y.value(place[1])})`)} d="M-7-7L7 7M-7 7L7-7" data-v-31630510></path>`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(drawn.value, (path) => {
        _push(`<g class="${ssrRenderClass({ faint: chosen.value !== void 0 && chosen.value !== path.name })}" data-v-31630510><path${ssrRenderAttr("d", path.line)} class="${ssrRenderClass(`series-${path.index}`)}"${ssrRenderAttr("stroke-dasharray", DASHES[path.index])} stroke-linejoin="round" data-v-31630510></path><circle${ssrRenderAttr("cx", path.place[0])}${ssrRenderAttr("cy", path.place[1])} r="7" class="${ssrRenderClass([`series-${path.index}`, "mark-dot"])}" data-v-31630510></circle></g>`);
      });
      _push(`<!--]--><circle class="start"${ssrRenderAttr("cx", x.value(__props.result.paths[0].positions[0]))}${ssrRenderAttr("cy", y.value(__props.result.paths[0].positions[1]))} r="5" data-v-31630510></circle></svg><figcaption data-v-31630510>f(x, y) = ${ssrInterpolate(__props.result.formula)}, x from ${ssrInterpolate(digits(__props.result.x[0]))} to ${ssrInterpolate(digits(__props.result.x[1]))}, y from ${ssrInterpolate(digits(__props.result.y[0]))} to ${ssrInterpolate(digits(__props.result.y[1]))}. The stronger the colour, the higher; the filled point is the start, a cross a lowest point.</figcaption></figure><label class="lab-range" data-v-31630510> After iteration ${ssrInterpolate(iteration.value)} <input type="range" name="at" min="1"${ssrRenderAttr("max", __props.result.iterations)}${ssrRenderAttr("value", iteration.value)} data-v-31630510></label><table class="lab-table" data-v-31630510><caption data-v-31630510>Where each is after iteration ${ssrInterpolate(iteration.value)}; point at a line to see its path alone</caption><thead data-v-31630510><tr data-v-31630510><th scope="col" data-v-31630510>optimizer</th><th scope="col" data-v-31630510>learning rate</th><th scope="col" data-v-31630510>x</th><th scope="col" data-v-31630510>y</th><th scope="col" data-v-31630510>f(x, y)</th></tr></thead><tbody data-v-31630510><!--[-->`);
      ssrRenderList(__props.result.paths, (path) => {
        _push(`<tr data-v-31630510><th scope="row" data-v-31630510>${ssrInterpolate(path.name)}</th><td data-v-31630510>${ssrInterpolate(unref(shortText)(path.learningRate))}</td><td data-x${ssrRenderAttr("data-exact", path.positions[2 * end(path)])} data-v-31630510>${ssrInterpolate(digits(path.positions[2 * end(path)]))}</td><td data-y${ssrRenderAttr("data-exact", path.positions[2 * end(path) + 1])} data-v-31630510>${ssrInterpolate(digits(path.positions[2 * end(path) + 1]))}</td><td data-value${ssrRenderAttr("data-exact", path.values[end(path)])} class="${ssrRenderClass({ wins: path.values[end(path)] === lowestNow.value })}" data-v-31630510>`);
        if (end(path) < iteration.value) {
          _push(`<!--[-->left after ${ssrInterpolate(end(path))}<!--]-->`);
        } else {
          _push(`<!--[-->${ssrInterpolate(digits(path.values[end(path)]))}`);
          if (path.values[end(path)] === lowestNow.value) {
            _push(`<span data-v-31630510> ★<span class="lab-hidden" data-v-31630510> lowest</span></span>`);
          } else {
            _push(`<!---->`);
          }
          _push(`<!--]-->`);
        }
        _push(`</td></tr>`);
      });
      _push(`<!--]--></tbody></table><!--]-->`);
    };
  }
});
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/surface_race.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const SurfaceRace = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__scopeId", "data-v-31630510"]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "learning_rate",
  __ssrInlineRender: true,
  setup(__props) {
    const { values, at, result, frame, isShown } = useLab(learningRate);
    const TITLES = {
      range: "Find a rate",
      surface: "Race on a surface",
      network: "Race on a network",
      schedule: "Draw a schedule"
    };
    const OF = {
      range: "with the suggested rate",
      surface: "(here the last positions)",
      network: "of sgd",
      schedule: "with the drawn schedule"
    };
    const part = computed(() => values.part);
    const fields = computed(
      () => frame.value.fields.filter(({ name }) => FIELDS[part.value].includes(name))
    );
    return (_ctx, _push, _parent, _attrs) => {
      var _a;
      _push(ssrRenderComponent(_sfc_main$7, mergeProps({ label: "Learning rate and optimizers" }, { ...unref(frame), fields: fields.value }, {
        of: OF[((_a = unref(result)) == null ? void 0 : _a.part) ?? part.value]
      }, _attrs), createSlots({
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          var _a2, _b, _c, _d, _e, _f, _g, _h;
          if (_push2) {
            if (((_a2 = unref(result)) == null ? void 0 : _a2.part) === "range") {
              _push2(ssrRenderComponent(_sfc_main$2, { result: unref(result) }, null, _parent2, _scopeId));
            } else if (((_b = unref(result)) == null ? void 0 : _b.part) === "surface") {
              _push2(ssrRenderComponent(SurfaceRace, {
                at: unref(at),
                "onUpdate:at": ($event) => isRef(at) ? at.value = $event : null,
                result: unref(result)
              }, null, _parent2, _scopeId));
            } else if (((_c = unref(result)) == null ? void 0 : _c.part) === "network") {
              _push2(ssrRenderComponent(RateRuns, {
                runs: unref(result).runs,
                legend: "optimizer",
                caption: "Every optimizer from the same weights, with the same batches"
              }, null, _parent2, _scopeId));
            } else if (((_d = unref(result)) == null ? void 0 : _d.part) === "schedule") {
              _push2(ssrRenderComponent(DrawnSchedule, {
                result: unref(result),
                drawn: String(unref(values).drawn),
                peak: Number(unref(values).peak),
                onDraw: ($event) => unref(values).drawn = $event
              }, null, _parent2, _scopeId));
            } else {
              _push2(`<!---->`);
            }
          } else {
            return [
              ((_e = unref(result)) == null ? void 0 : _e.part) === "range" ? (openBlock(), createBlock(_sfc_main$2, {
                key: 0,
                result: unref(result)
              }, null, 8, ["result"])) : ((_f = unref(result)) == null ? void 0 : _f.part) === "surface" ? (openBlock(), createBlock(SurfaceRace, {
                key: 1,
                at: unref(at),
                "onUpdate:at": ($event) => isRef(at) ? at.value = $event : null,
                result: unref(result)
              }, null, 8, ["at", "onUpdate:at", "result"])) : ((_g = unref(result)) == null ? void 0 : _g.part) === "network" ? (openBlock(), createBlock(RateRuns, {
                key: 2,
                runs: unref(result).runs,
                legend: "optimizer",
                caption: "Every optimizer from the same weights, with the same batches"
              }, null, 8, ["runs"])) : ((_h = unref(result)) == null ? void 0 : _h.part) === "schedule" ? (openBlock(), createBlock(DrawnSchedule, {
                key: 3,
                result: unref(result),
                drawn: String(unref(values).drawn),
                peak: Number(unref(values).peak),
                onDraw: ($event) => unref(values).drawn = $event
              }, null, 8, ["result", "drawn", "peak", "onDraw"])) : createCommentVNode("", true)
            ];
          }
        }),
        _: 2
      }, [
        unref(isShown)("part") ? {
          name: "head",
          fn: withCtx((_, _push2, _parent2, _scopeId) => {
            if (_push2) {
              _push2(`<div class="lab-buttons parts" role="group" aria-label="What to show" data-v-034cbb26${_scopeId}><!--[-->`);
              ssrRenderList(unref(PARTS), (one) => {
                _push2(`<button type="button"${ssrRenderAttr("aria-pressed", part.value === one)} data-v-034cbb26${_scopeId}>${ssrInterpolate(TITLES[one])}</button>`);
              });
              _push2(`<!--]--></div>`);
            } else {
              return [
                createVNode("div", {
                  class: "lab-buttons parts",
                  role: "group",
                  "aria-label": "What to show"
                }, [
                  (openBlock(true), createBlock(Fragment, null, renderList(unref(PARTS), (one) => {
                    return openBlock(), createBlock("button", {
                      key: one,
                      type: "button",
                      "aria-pressed": part.value === one,
                      onClick: ($event) => unref(values).part = one
                    }, toDisplayString(TITLES[one]), 9, ["aria-pressed", "onClick"]);
                  }), 128))
                ])
              ];
            }
          }),
          key: "0"
        } : void 0
      ]), _parent));
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/learning_rate.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const learning_rate = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-034cbb26"]]);
export {
  learning_rate as default
};
