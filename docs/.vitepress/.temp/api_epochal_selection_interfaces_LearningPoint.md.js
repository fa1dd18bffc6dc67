import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LearningPoint","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/LearningPoint.md","filePath":"api/epochal/selection/interfaces/LearningPoint.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/LearningPoint.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / LearningPoint</p><h1 id="interface-learningpoint" tabindex="-1">Interface: LearningPoint <a class="header-anchor" href="#interface-learningpoint" aria-label="Permalink to &quot;Interface: LearningPoint&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-best"></a> <code>best</code></td><td><code>readonly</code></td><td><a href="./CurvePoint.html"><code>CurvePoint</code></a></td><td>The epoch of the best mean: more than that would have been too long for so few samples.</td></tr><tr><td><a id="property-curve"></a> <code>curve</code></td><td><code>readonly</code></td><td>readonly <a href="./CurvePoint.html"><code>CurvePoint</code></a>[]</td><td>By epoch.</td></tr><tr><td><a id="property-samples"></a> <code>samples</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Learned from: the fewest over the folds, whose sizes may differ by a sample.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/LearningPoint.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LearningPoint = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LearningPoint as default
};
