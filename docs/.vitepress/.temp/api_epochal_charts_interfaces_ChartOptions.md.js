import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ChartOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/charts/interfaces/ChartOptions.md","filePath":"api/epochal/charts/interfaces/ChartOptions.md"}');
const _sfc_main = { name: "api/epochal/charts/interfaces/ChartOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/charts</a> / ChartOptions</p><h1 id="interface-chartoptions" tabindex="-1">Interface: ChartOptions <a class="header-anchor" href="#interface-chartoptions" aria-label="Permalink to &quot;Interface: ChartOptions&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./BatchSizeChartOptions.html"><code>BatchSizeChartOptions</code></a></li><li><a href="./LearningCurveChartOptions.html"><code>LearningCurveChartOptions</code></a></li><li><a href="./LearningRateChartOptions.html"><code>LearningRateChartOptions</code></a></li><li><a href="./LossChartOptions.html"><code>LossChartOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-as"></a> <code>as?</code></td><td><code>readonly</code></td><td><code>&quot;text&quot;</code> | <code>&quot;svg&quot;</code></td><td>Characters for a terminal (default), or a picture for a page or a file.</td></tr><tr><td><a id="property-height"></a> <code>height?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Rows of the plotting area, or units of the whole picture; default 14, and 440.</td></tr><tr><td><a id="property-theme"></a> <code>theme?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Theme.html"><code>Theme</code></a></td><td>Of a picture: as the reader&#39;s system has it (<code>auto</code>, default), or always one of them.</td></tr><tr><td><a id="property-title"></a> <code>title?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What stands above it. A picture has one of its own unless it is said, text has none.</td></tr><tr><td><a id="property-width"></a> <code>width?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Columns of the plotting area, or units (pixels) of the whole picture; default 64, and 760.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/charts/interfaces/ChartOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ChartOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ChartOptions as default
};
