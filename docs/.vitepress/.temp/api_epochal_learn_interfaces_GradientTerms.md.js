import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GradientTerms","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/learn/interfaces/GradientTerms.md","filePath":"api/epochal/learn/interfaces/GradientTerms.md"}');
const _sfc_main = { name: "api/epochal/learn/interfaces/GradientTerms.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/learn</a> / GradientTerms</p><h1 id="interface-gradientterms" tabindex="-1">Interface: GradientTerms <a class="header-anchor" href="#interface-gradientterms" aria-label="Permalink to &quot;Interface: GradientTerms&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-gradient"></a> <code>gradient</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The gradient of the weight. For a weight it is the sum of the products, in order, each sum rounded.</td></tr><tr><td><a id="property-terms"></a> <code>terms</code></td><td><code>readonly</code></td><td>readonly <a href="./GradientTerm.html"><code>GradientTerm</code></a>[]</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/learn/interfaces/GradientTerms.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GradientTerms = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GradientTerms as default
};
