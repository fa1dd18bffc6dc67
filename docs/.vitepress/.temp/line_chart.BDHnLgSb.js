import { defineComponent, ref, onMounted, onUnmounted, computed, mergeProps, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrInterpolate, ssrRenderList, ssrRenderClass } from "vue/server-renderer";
import { scaleLog, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
const HEIGHT = 320;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "line_chart",
  __ssrInlineRender: true,
  props: {
    lines: {},
    xLabel: {},
    yLabel: {},
    legend: {},
    log: { type: Boolean },
    level: {},
    end: {},
    marks: {}
  },
  setup(__props) {
    const props = __props;
    const figure = ref();
    const width = ref(640);
    const observer = typeof ResizeObserver === "undefined" ? void 0 : new ResizeObserver(([{ contentRect }]) => {
      width.value = Math.max(240, Math.round(contentRect.width));
    });
    onMounted(() => figure.value && (observer == null ? void 0 : observer.observe(figure.value)));
    onUnmounted(() => observer == null ? void 0 : observer.disconnect());
    const INSET = { left: 48, right: 16, top: 12, bottom: 44 };
    const DASHES = ["", "8 4", "2 3", "10 3 2 3", "14 4", "5 2"];
    const chart = computed(() => {
      const points = props.lines.flatMap((one) => one.points).filter((point) => point.every(Number.isFinite));
      const xs = points.map(([x2]) => x2);
      const ys = points.map(([, y2]) => y2);
      const most = props.lines.map((one) => {
        var _a;
        return ((_a = one.points.at(-1)) == null ? void 0 : _a[0]) ?? 0;
      });
      const isWide = props.log || Math.max(...most) > 4 * Math.min(...most);
      const range = [INSET.left, width.value - INSET.right];
      const high = Math.max(...xs, Number.MIN_VALUE);
      const low = Math.min(...xs.filter((x2) => x2 > 0));
      const x = isWide ? scaleLog([low, high], range).clamp(true) : scaleLinear([0, high], range).nice();
      const y = scaleLinear([0, Math.max(...ys)], [HEIGHT - INSET.bottom, INSET.top]).nice();
      const path = line(
        ([at]) => x(at),
        ([, value]) => y(value)
      ).defined((point) => point.every(Number.isFinite));
      return {
        isWide,
        paths: props.lines.map((one) => path(one.points.filter(([at]) => !isWide || at > 0)) ?? ""),
        xTicks: (isWide ? x.ticks(4).filter((at) => /^[1e+\-0.]+$/.test(String(at))) : x.ticks(width.value / 80)).map((at) => ({ at: x(at), text: at.toLocaleString("en-US", { maximumFractionDigits: 6 }) })),
        yTicks: y.ticks(5).map((at) => ({ at: y(at), text: String(at) })),
        level: props.level === void 0 ? void 0 : y(props.level),
        end: props.end === void 0 ? void 0 : { at: x(props.end.at), name: props.end.name },
        marks: (props.marks ?? []).map(({ point: [at, value], name, line: of, below }) => ({
          ...{ x: x(at), y: y(value), name, line: of, shift: below ? 24 : -12 },
          anchor: x(at) > width.value / 2 ? "end" : "start"
        }))
      };
    });
    return (_ctx, _push, _parent, _attrs) => {
      _push(`<figure${ssrRenderAttrs(mergeProps({
        ref_key: "figure",
        ref: figure,
        class: "lab-chart"
      }, _attrs))}><ul class="lab-legend"${ssrRenderAttr("aria-label", __props.legend)}><li>${ssrInterpolate(__props.legend)}</li><!--[-->`);
      ssrRenderList(__props.lines, (one, index) => {
        _push(`<li><svg width="28" height="10" aria-hidden="true"><path d="M1 5H27" class="${ssrRenderClass(`series-${index}`)}"${ssrRenderAttr("stroke-dasharray", DASHES[index])}></path></svg>${ssrInterpolate(one.name)}</li>`);
      });
      _push(`<!--]--></ul><svg${ssrRenderAttr("viewBox", `0 0 ${width.value} ${HEIGHT}`)} role="img"${ssrRenderAttr("aria-label", `${__props.yLabel} over ${__props.xLabel}; the numbers are in the table below`)}><g class="axis"><!--[-->`);
      ssrRenderList(chart.value.yTicks, (tick) => {
        _push(`<!--[--><path${ssrRenderAttr("d", `M${INSET.left} ${tick.at}H${width.value - INSET.right}`)}></path><text${ssrRenderAttr("x", INSET.left - 8)}${ssrRenderAttr("y", tick.at + 4)} text-anchor="end">${ssrInterpolate(tick.text)}</text><!--]-->`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(chart.value.xTicks, (tick) => {
        _push(`<text${ssrRenderAttr("x", tick.at)}${ssrRenderAttr("y", HEIGHT - INSET.bottom + 18)} text-anchor="middle">${ssrInterpolate(tick.text)}</text>`);
      });
      _push(`<!--]--><text${ssrRenderAttr("x", width.value - INSET.right)}${ssrRenderAttr("y", HEIGHT - 6)} text-anchor="end">${ssrInterpolate(__props.xLabel)}${ssrInterpolate(__props.log ? ", in powers of ten" : chart.value.isWide ? ", each tick ten times the one before" : "")}</text></g>`);
      if (chart.value.level !== void 0) {
        _push(`<path class="level"${ssrRenderAttr("d", `M${INSET.left} ${chart.value.level}H${width.value - INSET.right}`)}></path>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<!--[-->`);
      ssrRenderList(chart.value.paths, (path, index) => {
        _push(`<path${ssrRenderAttr("d", path)} class="${ssrRenderClass([`series-${index}`, { faint: __props.lines[index].faint }])}"${ssrRenderAttr("stroke-dasharray", DASHES[index])}></path>`);
      });
      _push(`<!--]-->`);
      if (chart.value.end) {
        _push(`<g class="end"><rect${ssrRenderAttr("x", chart.value.end.at)}${ssrRenderAttr("y", INSET.top)}${ssrRenderAttr("width", Math.max(0, width.value - INSET.right - chart.value.end.at))}${ssrRenderAttr("height", HEIGHT - INSET.top - INSET.bottom)}></rect><path${ssrRenderAttr("d", `M${chart.value.end.at} ${INSET.top}V${HEIGHT - INSET.bottom}`)}></path><text${ssrRenderAttr("x", chart.value.end.at + (chart.value.end.at > width.value / 2 ? -6 : 6))}${ssrRenderAttr("y", INSET.top + 12)}${ssrRenderAttr("text-anchor", chart.value.end.at > width.value / 2 ? "end" : "start")}>${ssrInterpolate(chart.value.end.name)}</text></g>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<!--[-->`);
      ssrRenderList(chart.value.marks, (mark) => {
        _push(`<g class="mark"><circle${ssrRenderAttr("cx", mark.x)}${ssrRenderAttr("cy", mark.y)} r="6" class="${ssrRenderClass([`series-${mark.line}`, "mark-dot"])}"></circle><text${ssrRenderAttr("x", mark.x + (mark.anchor === "end" ? -4 : 4))}${ssrRenderAttr("y", mark.y + mark.shift)}${ssrRenderAttr("text-anchor", mark.anchor)}>${ssrInterpolate(mark.name)}</text></g>`);
      });
      _push(`<!--]--></svg><figcaption>${ssrInterpolate(__props.yLabel)}</figcaption></figure>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lab/components/line_chart.vue");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  _sfc_main as _
};
