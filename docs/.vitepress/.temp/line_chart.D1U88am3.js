import { defineComponent, ref, computed, mergeProps, unref, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrInterpolate, ssrRenderAttr, ssrRenderList, ssrRenderClass } from "vue/server-renderer";
import { scaleLog, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { p as powerOfTen } from "./number_text.CrPAnFPp.js";
import { u as useWidth } from "./use_width.D8b87Crd.js";
const HEIGHT = 320;
const TICKS = 5;
const _sfc_main = /* @__PURE__ */ defineComponent({
  __name: "line_chart",
  __ssrInlineRender: true,
  props: {
    lines: {},
    xLabel: {},
    yLabel: {},
    legend: {},
    log: { type: Boolean },
    logY: { type: Boolean },
    ceiling: {},
    linear: { type: Boolean },
    until: {},
    level: {},
    end: {},
    marks: {}
  },
  setup(__props) {
    const props = __props;
    const figure = ref();
    const width = useWidth(figure);
    const INSET = { left: 48, right: 16, top: 12, bottom: 44 };
    const DASHES = ["", "8 4", "2 3", "10 3 2 3", "14 4", "5 2"];
    function isDrawn([at, value]) {
      return Number.isFinite(at) && Number.isFinite(value) && !(props.logY && value <= 0);
    }
    function powersOfTen(low, high) {
      const [first, last] = [low, high].map((value) => Math.round(Math.log10(value)));
      const apart = Math.ceil((last - first) / 6) || 1;
      return Array.from({ length: Math.floor((last - first) / apart) + 1 }, (_, index) => {
        const power = first + index * apart;
        return { value: 10 ** power, text: powerOfTen(power) };
      });
    }
    const chart = computed(() => {
      const points = props.lines.flatMap((one) => one.points).filter(isDrawn);
      if (points.length === 0) points.push([1, 1]);
      const xs = points.map(([x2]) => x2);
      const isCount = xs.every(Number.isInteger);
      const ys = points.map(([, y2]) => y2);
      const most = props.lines.flatMap((one) => {
        var _a;
        return ((_a = one.points.at(-1)) == null ? void 0 : _a[0]) ?? [];
      });
      const isWide = props.log || !props.linear && Math.max(...most) > 4 * Math.min(...most);
      const range = [INSET.left, width.value - INSET.right];
      const high = Math.max(...xs, props.until ?? Number.MIN_VALUE);
      const low = Math.min(...xs.filter((x2) => x2 > 0));
      const x = isWide ? scaleLog([low, high], range).clamp(true) : scaleLinear([0, high], range);
      const heights = [HEIGHT - INSET.bottom, INSET.top];
      const y = props.logY ? scaleLog([Math.min(...ys), Math.max(...ys)], heights).nice() : scaleLinear([0, Math.min(Math.max(...ys), props.ceiling ?? Number.MAX_VALUE)], heights).nice(
        TICKS
      );
      const yTicks = props.logY ? powersOfTen(y.domain()[0], y.domain()[1]) : y.ticks(TICKS).map((value) => ({ value, text: String(value) }));
      const path = line(
        ([at]) => x(at),
        ([, value]) => Math.max(-HEIGHT, y(value))
      ).defined(isDrawn);
      return {
        isWide,
        paths: props.lines.map((one) => path(one.points.filter(([at]) => !isWide || at > 0)) ?? ""),
        xTicks: (isWide ? x.ticks(4).filter((at) => /^[1e+\-0.]+$/.test(String(at))) : x.ticks(width.value / 80).filter((at) => !isCount || Number.isInteger(at))).map((at) => ({ at: x(at), text: at.toLocaleString("en-US", { maximumFractionDigits: 6 }) })),
        yTicks: yTicks.map(({ value, text }) => ({ at: y(value), text })),
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
      }, _attrs))}><figcaption>${ssrInterpolate(__props.yLabel)}${ssrInterpolate(__props.logY ? ", in powers of ten" : "")}</figcaption><ul class="lab-legend"${ssrRenderAttr("aria-label", __props.legend ?? "Lines")}>`);
      if (__props.legend) {
        _push(`<li>${ssrInterpolate(__props.legend)}</li>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<!--[-->`);
      ssrRenderList(__props.lines, (one, index) => {
        _push(`<li><svg width="28" height="10" aria-hidden="true"><path d="M1 5H27" class="${ssrRenderClass(`series-${index}`)}"${ssrRenderAttr("stroke-dasharray", DASHES[index])}></path></svg>${ssrInterpolate(one.name)}</li>`);
      });
      _push(`<!--]--></ul><svg${ssrRenderAttr("viewBox", `0 0 ${unref(width)} ${HEIGHT}`)} role="img"${ssrRenderAttr("aria-label", `${__props.yLabel} over ${__props.xLabel}; the numbers are in the table below`)}><g class="axis"><!--[-->`);
      ssrRenderList(chart.value.yTicks, (tick) => {
        _push(`<!--[--><path${ssrRenderAttr("d", `M${INSET.left} ${tick.at}H${unref(width) - INSET.right}`)}></path><text${ssrRenderAttr("x", INSET.left - 8)}${ssrRenderAttr("y", tick.at + 4)} text-anchor="end">${ssrInterpolate(tick.text)}</text><!--]-->`);
      });
      _push(`<!--]--><!--[-->`);
      ssrRenderList(chart.value.xTicks, (tick) => {
        _push(`<text${ssrRenderAttr("x", tick.at)}${ssrRenderAttr("y", HEIGHT - INSET.bottom + 18)} text-anchor="middle">${ssrInterpolate(tick.text)}</text>`);
      });
      _push(`<!--]--><text${ssrRenderAttr("x", unref(width) - INSET.right)}${ssrRenderAttr("y", HEIGHT - 6)} text-anchor="end">${ssrInterpolate(__props.xLabel)}${ssrInterpolate(__props.log ? ", in powers of ten" : chart.value.isWide ? ", each tick ten times the one before" : "")}</text></g>`);
      if (chart.value.level !== void 0) {
        _push(`<path class="level"${ssrRenderAttr("d", `M${INSET.left} ${chart.value.level}H${unref(width) - INSET.right}`)}></path>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<svg${ssrRenderAttr("x", INSET.left)}${ssrRenderAttr("width", unref(width) - INSET.left)}${ssrRenderAttr("height", HEIGHT - INSET.bottom + 2)}${ssrRenderAttr("viewBox", `${INSET.left} 0 ${unref(width) - INSET.left} ${HEIGHT - INSET.bottom + 2}`)}><!--[-->`);
      ssrRenderList(chart.value.paths, (path, index) => {
        _push(`<path${ssrRenderAttr("d", path)} class="${ssrRenderClass([`series-${index}`, { faint: __props.lines[index].faint }])}"${ssrRenderAttr("stroke-dasharray", DASHES[index])}></path>`);
      });
      _push(`<!--]--></svg>`);
      if (chart.value.end) {
        _push(`<g class="end"><rect${ssrRenderAttr("x", chart.value.end.at)}${ssrRenderAttr("y", INSET.top)}${ssrRenderAttr("width", Math.max(0, unref(width) - INSET.right - chart.value.end.at))}${ssrRenderAttr("height", HEIGHT - INSET.top - INSET.bottom)}></rect><path${ssrRenderAttr("d", `M${chart.value.end.at} ${INSET.top}V${HEIGHT - INSET.bottom}`)}></path><text${ssrRenderAttr("x", chart.value.end.at + (chart.value.end.at > unref(width) / 2 ? -6 : 6))}${ssrRenderAttr("y", INSET.top + 12)}${ssrRenderAttr("text-anchor", chart.value.end.at > unref(width) / 2 ? "end" : "start")}>${ssrInterpolate(chart.value.end.name)}</text></g>`);
      } else {
        _push(`<!---->`);
      }
      _push(`<!--[-->`);
      ssrRenderList(chart.value.marks, (mark) => {
        _push(`<g class="mark"><circle${ssrRenderAttr("cx", mark.x)}${ssrRenderAttr("cy", mark.y)} r="6" class="${ssrRenderClass([`series-${mark.line}`, "mark-dot"])}"></circle><text${ssrRenderAttr("x", mark.x + (mark.anchor === "end" ? -4 : 4))}${ssrRenderAttr("y", mark.y + mark.shift)}${ssrRenderAttr("text-anchor", mark.anchor)}>${ssrInterpolate(mark.name)}</text></g>`);
      });
      _push(`<!--]--></svg></figure>`);
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
