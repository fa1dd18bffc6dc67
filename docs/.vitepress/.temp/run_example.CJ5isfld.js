import { defineComponent, ref, computed, onMounted, onUnmounted, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrIncludeBooleanAttr, ssrInterpolate, ssrRenderAttr, ssrRenderList, ssrRenderClass } from "vue/server-renderer";
import { diffLines } from "diff";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "run_example",
  __ssrInlineRender: true,
  props: {
    program: {},
    expected: {}
  },
  setup(__props) {
    const props = __props;
    const state = ref("waiting");
    const printed = ref("");
    const failure = ref("");
    let worker;
    const shown = computed(() => printed.value.replaceAll(/[ \t]+$/gm, ""));
    const isIdentical = computed(() => shown.value === props.expected);
    const changes = computed(
      () => state.value === "ended" && !isIdentical.value ? diffLines(props.expected, shown.value) : []
    );
    const SIGNS = { added: "+ ", removed: "− ", same: "  " };
    const kindOf = ({ added, removed }) => added ? "added" : removed ? "removed" : "same";
    function stop() {
      worker == null ? void 0 : worker.terminate();
      worker = void 0;
    }
    const isReady = ref(false);
    onMounted(() => {
      isReady.value = true;
    });
    onUnmounted(stop);
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<div${ssrRenderAttrs(mergeProps({ class: "run-example" }, _attrs))} data-v-39f2fe6d><p data-v-39f2fe6d><button type="button"${ssrIncludeBooleanAttr(!isReady.value) ? " disabled" : ""} data-v-39f2fe6d>${ssrInterpolate(state.value === "running" ? "Stop" : "Run")}</button><span role="status"${ssrRenderAttr("data-state", state.value === "ended" ? isIdentical.value ? "identical" : "different" : state.value)} data-v-39f2fe6d>`);
      if (state.value === "running") {
        _push(`<!--[-->running in this page…<!--]-->`);
      } else if (state.value === "ended" && isIdentical.value) {
        _push(`<!--[-->${ssrInterpolate(__props.expected === "" ? "ran here; it prints nothing" : "ran here: identical to what is printed below")}<!--]-->`);
      } else if (state.value === "ended") {
        _push(`<!--[-->ran here, and printed something else:<!--]-->`);
      } else if (state.value === "failed") {
        _push(`<!--[-->ended with an error: ${ssrInterpolate(failure.value)}<!--]-->`);
      } else {
        _push(`<!---->`);
      }
      _push(`</span></p>`);
      if (changes.value.length > 0) {
        _push(`<pre tabindex="0" aria-label="Differences: plus here, minus in the chapter" data-v-39f2fe6d><!--[-->`);
        ssrRenderList(changes.value, (change, index) => {
          _push(`<!--[--><!--[-->`);
          ssrRenderList(change.value.trimEnd().split("\n"), (line, at) => {
            _push(`<span class="${ssrRenderClass(kindOf(change))}" data-v-39f2fe6d>${ssrInterpolate(SIGNS[kindOf(change)])}${ssrInterpolate(line)}${ssrInterpolate("\n")}</span>`);
          });
          _push(`<!--]--><!--]-->`);
        });
        _push(`<!--]--></pre>`);
      } else {
        _push(`<!---->`);
      }
      _push(`</div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("run/run_example.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const run_example = /* @__PURE__ */ _export_sfc(_sfc_main, [["__scopeId", "data-v-39f2fe6d"]]);
export {
  run_example as default
};
