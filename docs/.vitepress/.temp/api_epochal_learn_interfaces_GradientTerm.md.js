import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GradientTerm","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/learn/interfaces/GradientTerm.md","filePath":"api/epochal/learn/interfaces/GradientTerm.md"}');
const _sfc_main = { name: "api/epochal/learn/interfaces/GradientTerm.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/learn</a> / GradientTerm</p><h1 id="interface-gradientterm" tabindex="-1">Interface: GradientTerm <a class="header-anchor" href="#interface-gradientterm" aria-label="Permalink to &quot;Interface: GradientTerm&quot;">​</a></h1><p>What one sample adds to the gradient of the weight.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-activation"></a> <code>activation</code></td><td><code>readonly</code></td><td><code>number</code></td><td>What came in over the weight: the activation before it; 1 for a bias.</td></tr><tr><td><a id="property-delta"></a> <code>delta</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How the mean loss changes with the unit&#39;s sum: <code>∂L / ∂z</code>, the share of this sample.</td></tr><tr><td><a id="property-paths"></a> <code>paths</code></td><td><code>readonly</code></td><td>readonly <a href="./GradientPath.html"><code>GradientPath</code></a>[]</td><td>How delta comes about: a product of slopes and weights for each path from the unit to an output.</td></tr><tr><td><a id="property-product"></a> <code>product</code></td><td><code>readonly</code></td><td><code>number</code></td><td><code>activation · delta</code>, rounded to the dtype of the model.</td></tr><tr><td><a id="property-sample"></a> <code>sample</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The row of the sample.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/learn/interfaces/GradientTerm.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GradientTerm = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GradientTerm as default
};
