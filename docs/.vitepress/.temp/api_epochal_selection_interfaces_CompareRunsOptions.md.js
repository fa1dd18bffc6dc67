import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CompareRunsOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/CompareRunsOptions.md","filePath":"api/epochal/selection/interfaces/CompareRunsOptions.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/CompareRunsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / CompareRunsOptions</p><h1 id="interface-comparerunsoptions" tabindex="-1">Interface: CompareRunsOptions <a class="header-anchor" href="#interface-comparerunsoptions" aria-label="Permalink to &quot;Interface: CompareRunsOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-against"></a> <code>against?</code></td><td><code>readonly</code></td><td>readonly <a href="./../type-aliases/Axis.html"><code>Axis</code></a>[]</td><td>On which other axes the verdict is checked; default all.</td></tr><tr><td><a id="property-by"></a> <code>by</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Axis.html"><code>Axis</code></a></td><td>What is to be equal: epochs, iterations, samples seen, or seconds.</td></tr><tr><td><a id="property-goal"></a> <code>goal?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Goal.html"><code>Goal</code></a></td><td>Which way is better; default <code>minimum</code> for losses. Metrics need it said.</td></tr><tr><td><a id="property-monitor"></a> <code>monitor?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What the runs are judged by: <code>validation.loss</code> (default), or as in <code>earlyStopping</code>.</td></tr><tr><td><a id="property-take"></a> <code>take?</code></td><td><code>readonly</code></td><td><code>&quot;last&quot;</code> | <code>&quot;best&quot;</code></td><td>What counts at a budget: the <code>last</code> measurement by then (default), or the <code>best</code> so far, as for a training whose best weights are put back.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/CompareRunsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CompareRunsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CompareRunsOptions as default
};
