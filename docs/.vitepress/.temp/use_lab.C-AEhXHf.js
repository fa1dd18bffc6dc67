import { mergeProps, useSSRContext, defineComponent, ref, withCtx, renderSlot, reactive, shallowRef, computed, onMounted, watch, onUnmounted } from "vue";
import { ssrRenderAttrs, ssrRenderSlot, ssrRenderList, ssrInterpolate, ssrRenderClass, ssrRenderAttr, ssrIncludeBooleanAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const SIDE = 8;
const BLACK = 16;
const PIXELS = SIDE * SIDE;
const BASE = BLACK + 1;
const SHORTEST_RUN = 2;
const LONGEST_RUN = "z".charCodeAt(0) - "h".charCodeAt(0) + SHORTEST_RUN;
const FIRST_RUN = "h".charCodeAt(0);
function packDrawing(levels) {
  let text = "";
  let at = 0;
  while (at < levels.length) {
    let run = 0;
    while (run < LONGEST_RUN && levels[at + run] === 0) run++;
    if (run < SHORTEST_RUN) text += levels[at].toString(BASE);
    else text += String.fromCharCode(FIRST_RUN + run - SHORTEST_RUN);
    at += Math.max(run, 1);
  }
  return text;
}
function unpackDrawing(text) {
  if (!/^[0-9a-z]{1,64}$/.test(text)) return void 0;
  const levels = [...text].flatMap((character) => {
    const run = character.charCodeAt(0) - FIRST_RUN;
    return run < 0 ? [Number.parseInt(character, BASE)] : Array.from({ length: run + SHORTEST_RUN }, () => 0);
  });
  return levels.length === PIXELS ? levels : void 0;
}
function whole(name, label, initial, [low, high]) {
  return { kind: "number", name, label, low, high, spacing: 1, initial };
}
function choice(name, label, initial, options) {
  return { kind: "choice", name, label, options, initial };
}
function initialValues(fields) {
  return Object.fromEntries(fields.map(({ name, initial }) => [name, initial]));
}
function readField(field, text) {
  switch (field.kind) {
    case "number": {
      const value = Number(text);
      const { low, high, spacing } = field;
      const isWritten = /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text);
      const isOnGrid = spacing < 1 || Number.isInteger(value / spacing);
      if (isWritten && isOnGrid && value >= low && value <= high) return { value };
      const what = spacing < 1 ? "a number" : "a whole number";
      return { problem: `${field.label} has to be ${what} from ${low} to ${high}` };
    }
    case "switch":
      if (text === "yes" || text === "no") return { value: text === "yes" };
      return { problem: `${field.label} has to be yes or no` };
    case "choice":
      if (field.options.includes(text)) return { value: text };
      return { problem: `${field.label} has to be one of ${field.options.join(", ")}` };
    case "drawing": {
      const levels = unpackDrawing(text);
      if (levels !== void 0) return { value: packDrawing(levels) };
      return {
        problem: `${field.label} has to be 64 pixels as a link from this page has them: 0 to 9 and a to g are levels, h to z runs of white`
      };
    }
    case "points": {
      const points = pointsOf(text);
      const { length } = points;
      const fits = points.every(
        ([x, y], index) => x <= 100 && y <= 100 && (index === 0 ? x === 0 : x > points[index - 1][0])
      );
      const isWritten = /^\d{1,3}:\d{1,3}(,\d{1,3}:\d{1,3})+$/.test(text);
      if (isWritten && length <= field.most && fits && points[length - 1][0] === 100) {
        return { value: writePoints(points) };
      }
      return {
        problem: `${field.label} has to be 2 to ${field.most} points such as ${field.initial}: percentages, the first of them rising from 0 to 100`
      };
    }
  }
}
function pointsOf(text) {
  return text.split(",").map((point) => {
    const [x, y] = point.split(":").map(Number);
    return [x, y];
  });
}
function writePoints(points) {
  return points.map(([x, y]) => `${x}:${y}`).join(",");
}
function writeField(value) {
  return typeof value === "boolean" ? value ? "yes" : "no" : String(value);
}
const SHORT = 12;
const LONGEST = 40;
function readAddress(fields, query) {
  const values = { ...initialValues(fields) };
  const problems = [];
  let at = 0;
  let hidden = [];
  let weights;
  let embedded = false;
  for (const [name, text] of new URLSearchParams(query)) {
    const field = fields.find((one) => one.name === name);
    if (field !== void 0) {
      const read = readField(field, text);
      if ("value" in read) values[name] = read.value;
      else
        problems.push(
          `${read.problem}; the address says ${quoted(text)}. ${writeField(field.initial)} is used.`
        );
    } else if (name === "at") {
      if (/^\d{1,9}$/.test(text)) at = Number(text);
      else
        problems.push(
          `The moment has to be an iteration, counted from 1; the address says ${quoted(text)}.`
        );
    } else if (name === "hide") {
      const named = text.split(",").filter((one) => one !== "");
      hidden = named.filter((one) => fields.some((known) => known.name === one));
      const unknown = named.filter((one) => !hidden.includes(one));
      if (unknown.length > 0)
        problems.push(`There is no control ${quoted(unknown.join(","))} to hide.`);
    } else if (name === "weights") {
      if (/^[0-9a-f]{8,64}$/.test(text)) weights = text;
      else
        problems.push(`${quoted(text)} is no fingerprint of weights: 8 to 64 hexadecimal digits.`);
    } else if (name === "embed") {
      if (text === "1") embedded = true;
      else problems.push(`The view alone is embed=1; the address says ${quoted(text)}.`);
    } else {
      problems.push(`Nothing here is called ${quoted(name)}; it is passed over.`);
    }
  }
  return { values, at, hidden, weights, embedded, problems };
}
function writeAddress(fields, { values, at, hidden, weights, embedded }) {
  const query = new URLSearchParams();
  for (const { name, initial } of fields) {
    if (values[name] !== initial) query.set(name, writeField(values[name]));
  }
  if (at > 0) query.set("at", String(at));
  if (hidden.length > 0) query.set("hide", hidden.join(","));
  if (weights !== void 0) query.set("weights", weights.slice(0, SHORT));
  if (embedded) query.set("embed", "1");
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}
function quoted(text) {
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
}
const _sfc_main$1 = {};
function _sfc_ssrRender(_ctx, _push, _parent, _attrs) {
  _push(`<div${ssrRenderAttrs(mergeProps({ class: "lab-picture" }, _attrs))}>`);
  ssrRenderSlot(_ctx.$slots, "default", {}, null, _push, _parent);
  _push(`</div>`);
}
const _sfc_setup$1 = _sfc_main$1.setup;
_sfc_main$1.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/lab_picture.vue");
  return _sfc_setup$1 ? _sfc_setup$1(props, ctx) : void 0;
};
const LabPicture = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["ssrRender", _sfc_ssrRender]]);
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "lab_frame",
  __ssrInlineRender: true,
  props: {
    label: {},
    fields: {},
    values: {},
    problems: {},
    trouble: {},
    running: { type: Boolean },
    weights: {},
    of: {},
    sameBits: { type: Boolean },
    link: { type: Function }
  },
  setup(__props) {
    const wrong = ref({});
    const written = ref({});
    const copied = ref("");
    const section = ref();
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<section${ssrRenderAttrs(mergeProps({
        ref_key: "section",
        ref: section,
        class: "lab",
        "aria-label": __props.label
      }, _attrs))}><!--[-->`);
      ssrRenderList(__props.problems, (problem) => {
        _push(`<p class="lab-problem">${ssrInterpolate(problem)}</p>`);
      });
      _push(`<!--]-->`);
      ssrRenderSlot(_ctx.$slots, "head", {}, null, _push, _parent);
      if (__props.fields.length > 0) {
        _push(`<form class="lab-controls"><!--[-->`);
        ssrRenderList(__props.fields, (field) => {
          _push(`<div class="${ssrRenderClass([{ "begins-row": field.beginsRow }, "lab-control"])}">`);
          if (field.kind === "number") {
            _push(`<!--[--><label${ssrRenderAttr("for", `lab-${field.name}`)}>${ssrInterpolate(field.label)}</label><input${ssrRenderAttr("id", `lab-${field.name}`)} type="number"${ssrRenderAttr("name", field.name)}${ssrRenderAttr("min", field.low)}${ssrRenderAttr("max", field.high)}${ssrRenderAttr("step", field.spacing)}${ssrRenderAttr("value", written.value[field.name] ?? __props.values[field.name])}${ssrRenderAttr("aria-describedby", wrong.value[field.name] ? `lab-${field.name}-wrong` : void 0)}><!--]-->`);
          } else if (field.kind === "choice") {
            _push(`<!--[--><label${ssrRenderAttr("for", `lab-${field.name}`)}>${ssrInterpolate(field.label)}</label><select${ssrRenderAttr("id", `lab-${field.name}`)}${ssrRenderAttr("name", field.name)}${ssrRenderAttr("value", __props.values[field.name])}><!--[-->`);
            ssrRenderList(field.options, (option) => {
              _push(`<option>${ssrInterpolate(option)}</option>`);
            });
            _push(`<!--]--></select><!--]-->`);
          } else if (field.kind === "points") {
            _push(`<!--[--><label${ssrRenderAttr("for", `lab-${field.name}`)}>${ssrInterpolate(field.label)}</label><input${ssrRenderAttr("id", `lab-${field.name}`)} type="text"${ssrRenderAttr("name", field.name)}${ssrRenderAttr("value", written.value[field.name] ?? __props.values[field.name])}${ssrRenderAttr("aria-describedby", wrong.value[field.name] ? `lab-${field.name}-wrong` : void 0)}><!--]-->`);
          } else {
            _push(`<label class="lab-switch"><input type="checkbox"${ssrRenderAttr("name", field.name)}${ssrIncludeBooleanAttr(__props.values[field.name] === true) ? " checked" : ""}> ${ssrInterpolate(field.label)}</label>`);
          }
          if (wrong.value[field.name]) {
            _push(`<p${ssrRenderAttr("id", `lab-${field.name}-wrong`)} class="lab-wrong" role="alert">${ssrInterpolate(wrong.value[field.name])}</p>`);
          } else {
            _push(`<!---->`);
          }
          _push(`</div>`);
        });
        _push(`<!--]--></form>`);
      } else {
        _push(`<!---->`);
      }
      if (__props.trouble) {
        _push(`<p class="lab-problem" role="alert">${ssrInterpolate(__props.trouble)}</p>`);
      } else {
        _push(`<!---->`);
      }
      _push(ssrRenderComponent(LabPicture, {
        class: { "is-old": __props.trouble !== "" },
        "aria-busy": __props.running
      }, {
        default: withCtx((_, _push2, _parent2, _scopeId) => {
          if (_push2) {
            ssrRenderSlot(_ctx.$slots, "default", {}, null, _push2, _parent2, _scopeId);
          } else {
            return [
              renderSlot(_ctx.$slots, "default")
            ];
          }
        }),
        _: 3
      }, _parent));
      _push(`<footer class="lab-foot"><p class="lab-bits" role="status">`);
      if (__props.weights) {
        _push(`<!--[--> Final weights${ssrInterpolate(__props.of ? ` ${__props.of}` : "")} <code>${ssrInterpolate(__props.weights.slice(0, 12))}</code>`);
        if (__props.sameBits === true) {
          _push(`<!--[-->: the same bits as the author’s run: <b>yes</b><!--]-->`);
        } else if (__props.sameBits === false) {
          _push(`<!--[-->: the same bits as the author’s run: <b>no</b><!--]-->`);
        } else {
          _push(`<!---->`);
        }
        _push(`<!--]-->`);
      } else {
        _push(`<!--[-->Training…<!--]-->`);
      }
      _push(`</p><p class="lab-share"><button type="button">Copy a link to this</button><button type="button">Copy the line that embeds this</button><span role="status">${ssrInterpolate(copied.value)}</span></p></footer></section>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/lab_frame.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
function connect(port, receive) {
  let newest = 0;
  let awaiting = false;
  let next;
  function send(question) {
    awaiting = true;
    port.postMessage({ kind: "question", id: newest, question });
  }
  port.addEventListener("message", ({ data }) => {
    if (data.id !== newest) return;
    if (data.kind !== "result" && data.kind !== "rest" && awaiting) {
      awaiting = false;
      const waiting = next;
      next = void 0;
      if (waiting !== void 0) send(waiting.question);
    }
    receive(data);
  });
  return {
    run(view, values, given, turns) {
      newest += 1;
      awaiting = false;
      next = void 0;
      port.postMessage({ kind: "run", id: newest, view, values: { ...values }, given, turns });
    },
    pace(turns) {
      port.postMessage({ kind: "pace", id: newest, turns });
    },
    ask(question) {
      if (awaiting) next = { question };
      else send(question);
    }
  };
}
function useLab(view) {
  const values = reactive({ ...initialValues(view.fields) });
  const at = ref(0);
  const hidden = ref([]);
  const problems = ref([]);
  const result = shallowRef();
  const answer = shallowRef();
  const trouble = ref("");
  const running = ref(false);
  const isFinal = ref(false);
  const claimed = ref();
  let embedded = false;
  let worker;
  let client;
  const given = shallowRef();
  const resting = ref(false);
  const trained = view.fields.filter(({ afterwards }) => afterwards !== true);
  const isInitial = computed(() => trained.every(({ name, initial }) => values[name] === initial));
  const expected = computed(
    () => given.value === void 0 ? claimed.value ?? (isInitial.value ? view.author : void 0) : void 0
  );
  const sameBits = computed(() => {
    if (result.value === void 0 || expected.value === void 0 || !isFinal.value)
      return void 0;
    return result.value.weights.startsWith(expected.value);
  });
  const isShown = (name) => !hidden.value.includes(name);
  const shown = computed(() => trained.filter(({ name }) => isShown(name)));
  function query(weights, alone) {
    const state = { values, at: at.value, hidden: hidden.value, weights, embedded: alone };
    return writeAddress(view.fields, state);
  }
  function link(alone = false) {
    var _a;
    const { origin, pathname } = window.location;
    return `${origin}${pathname}${query((_a = result.value) == null ? void 0 : _a.weights.slice(0, SHORT), alone)}`;
  }
  function start(turns) {
    running.value = true;
    resting.value = false;
    const name = given.value === void 0 ? view.name : view.ofGiven ?? view.name;
    client == null ? void 0 : client.run(name, values, given.value, turns);
  }
  function ask(question) {
    client == null ? void 0 : client.ask(question);
  }
  function give(something) {
    given.value = something;
    start();
  }
  function pace(turns) {
    if (turns > 0) resting.value = false;
    client == null ? void 0 : client.pace(turns);
  }
  onMounted(() => {
    const read = readAddress(view.fields, window.location.search);
    Object.assign(values, read.values);
    at.value = read.at;
    hidden.value = read.hidden;
    problems.value = read.problems;
    claimed.value = read.weights;
    embedded = read.embedded;
    worker = new Worker(new URL("../worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("error", () => {
      running.value = false;
      trouble.value = "The worker could not be started, so nothing can be trained on this page.";
    });
    client = connect(worker, (reply) => {
      if (reply.kind === "rest") {
        resting.value = true;
        return;
      }
      trouble.value = reply.kind === "problem" ? reply.problem : "";
      if (reply.kind === "result") {
        result.value = reply.result;
        answer.value = void 0;
        isFinal.value = reply.final;
      }
      if (reply.kind === "answer") answer.value = reply.answer;
      else running.value = reply.kind === "result" && !reply.final;
    });
    start();
    watch(
      () => trained.map(({ name }) => values[name]),
      () => {
        claimed.value = void 0;
        start();
      }
    );
    watch([values, at], () => {
      const { pathname, hash } = window.location;
      window.history.replaceState(
        window.history.state,
        "",
        `${pathname}${query(claimed.value, embedded)}${hash}`
      );
    });
  });
  onUnmounted(() => worker == null ? void 0 : worker.terminate());
  const frame = computed(() => {
    var _a;
    return {
      fields: shown.value,
      values,
      problems: problems.value,
      trouble: trouble.value,
      running: running.value && !resting.value,
      weights: isFinal.value || resting.value ? (_a = result.value) == null ? void 0 : _a.weights : void 0,
      sameBits: sameBits.value,
      link
    };
  });
  return {
    values,
    at,
    result,
    running,
    answer,
    ask,
    give,
    start,
    pace,
    resting,
    given,
    frame,
    isShown
  };
}
export {
  BLACK as B,
  SIDE as S,
  _sfc_main as _,
  unpackDrawing as a,
  pointsOf as b,
  choice as c,
  packDrawing as p,
  useLab as u,
  whole as w
};
