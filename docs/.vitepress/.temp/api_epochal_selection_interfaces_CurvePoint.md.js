import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CurvePoint","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/CurvePoint.md","filePath":"api/epochal/selection/interfaces/CurvePoint.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/CurvePoint.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / CurvePoint</p><h1 id="interface-curvepoint" tabindex="-1">Interface: CurvePoint <a class="header-anchor" href="#interface-curvepoint" aria-label="Permalink to &quot;Interface: CurvePoint&quot;">​</a></h1><p>An epoch, over all folds.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./Estimate.html"><code>Estimate</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td><td>-</td></tr><tr><td><a id="property-iteration"></a> <code>iteration</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Iterations completed by then: the most over the folds, whose sizes may differ by a sample.</td><td>-</td></tr><tr><td><a id="property-mean"></a> <code>mean</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td><td><a href="./Estimate.html"><code>Estimate</code></a>.<a href="./Estimate.html#property-mean"><code>mean</code></a></td></tr><tr><td><a id="property-standarderror"></a> <code>standardError</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td><td><a href="./Estimate.html"><code>Estimate</code></a>.<a href="./Estimate.html#property-standarderror"><code>standardError</code></a></td></tr><tr><td><a id="property-trainingloss"></a> <code>trainingLoss</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The mean over the folds of the training loss; re-evaluated, where training runs do that.</td><td>-</td></tr><tr><td><a id="property-values"></a> <code>values</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The watched number of each run, in the order of the runs.</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/CurvePoint.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CurvePoint = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CurvePoint as default
};
