import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AxisComparison","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/AxisComparison.md","filePath":"api/epochal/selection/interfaces/AxisComparison.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/AxisComparison.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / AxisComparison</p><h1 id="interface-axiscomparison" tabindex="-1">Interface: AxisComparison <a class="header-anchor" href="#interface-axiscomparison" aria-label="Permalink to &quot;Interface: AxisComparison&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-axis"></a> <code>axis</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Axis.html"><code>Axis</code></a></td><td>-</td></tr><tr><td><a id="property-budgets"></a> <code>budgets</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>Ascending; the last one is as far as every run has come.</td></tr><tr><td><a id="property-reached"></a> <code>reached</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, readonly <a href="./Reached.html"><code>Reached</code></a>[]&gt;&gt;</td><td>By run, and by budget.</td></tr><tr><td><a id="property-winner"></a> <code>winner?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The best run at the last budget; nothing if two are equal or one has no measurement by then.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/AxisComparison.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AxisComparison = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AxisComparison as default
};
