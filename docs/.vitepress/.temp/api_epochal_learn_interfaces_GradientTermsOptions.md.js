import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GradientTermsOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/learn/interfaces/GradientTermsOptions.md","filePath":"api/epochal/learn/interfaces/GradientTermsOptions.md"}');
const _sfc_main = { name: "api/epochal/learn/interfaces/GradientTermsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/learn</a> / GradientTermsOptions</p><h1 id="interface-gradienttermsoptions" tabindex="-1">Interface: GradientTermsOptions <a class="header-anchor" href="#interface-gradienttermsoptions" aria-label="Permalink to &quot;Interface: GradientTermsOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-input"></a> <code>input?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Which of its inputs the weight belongs to; left out for the bias of the unit.</td></tr><tr><td><a id="property-layer"></a> <code>layer</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of a dense layer, such as <code>layers.0</code>.</td></tr><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Loss.html"><code>Loss</code></a></td><td>-</td></tr><tr><td><a id="property-model"></a> <code>model</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Model.html"><code>Model</code></a></td><td>-</td></tr><tr><td><a id="property-unit"></a> <code>unit</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Which of its units.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/learn/interfaces/GradientTermsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GradientTermsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GradientTermsOptions as default
};
