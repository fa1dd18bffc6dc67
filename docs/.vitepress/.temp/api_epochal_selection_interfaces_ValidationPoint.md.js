import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ValidationPoint<V>","description":"","frontmatter":{},"headers":[{"level":2,"title":"Type Parameters","slug":"type-parameters","link":"#type-parameters","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/ValidationPoint.md","filePath":"api/epochal/selection/interfaces/ValidationPoint.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/ValidationPoint.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / ValidationPoint</p><h1 id="interface-validationpointv" tabindex="-1">Interface: ValidationPoint&lt;V&gt; <a class="header-anchor" href="#interface-validationpointv" aria-label="Permalink to &quot;Interface: ValidationPoint\\&lt;V\\&gt;&quot;">​</a></h1><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-v"></a> <code>V</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-best"></a> <code>best?</code></td><td><code>readonly</code></td><td><a href="./CurvePoint.html"><code>CurvePoint</code></a></td><td>The epoch of the best mean.</td></tr><tr><td><a id="property-curve"></a> <code>curve</code></td><td><code>readonly</code></td><td>readonly <a href="./CurvePoint.html"><code>CurvePoint</code></a>[]</td><td>By epoch; empty if a run diverged.</td></tr><tr><td><a id="property-diverged"></a> <code>diverged?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What the first training said that could not continue, because a number was not finite.</td></tr><tr><td><a id="property-recommended"></a> <code>recommended?</code></td><td><code>readonly</code></td><td><a href="./Recommendation.html"><code>Recommendation</code></a></td><td>-</td></tr><tr><td><a id="property-value"></a> <code>value</code></td><td><code>readonly</code></td><td><code>V</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/ValidationPoint.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ValidationPoint = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ValidationPoint as default
};
