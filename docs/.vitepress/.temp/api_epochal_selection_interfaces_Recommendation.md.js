import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Recommendation","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/Recommendation.md","filePath":"api/epochal/selection/interfaces/Recommendation.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/Recommendation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / Recommendation</p><h1 id="interface-recommendation" tabindex="-1">Interface: Recommendation <a class="header-anchor" href="#interface-recommendation" aria-label="Permalink to &quot;Interface: Recommendation&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-band"></a> <code>band</code></td><td><code>readonly</code></td><td>readonly [<code>number</code>, <code>number</code>]</td><td>The first and the last epoch of the curve whose mean is within one standard error of the best.</td></tr><tr><td><a id="property-epochs"></a> <code>epochs</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The fewest epochs whose mean is within one standard error of the best.</td></tr><tr><td><a id="property-iterations"></a> <code>iterations</code></td><td><code>readonly</code></td><td><code>number</code></td><td>What these are in iterations of a fold.</td></tr><tr><td><a id="property-threshold"></a> <code>threshold</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The best mean, and one standard error of it away from there: what the means are held against.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/Recommendation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Recommendation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Recommendation as default
};
