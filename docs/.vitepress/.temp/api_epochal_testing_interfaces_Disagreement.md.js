import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Disagreement","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/testing/interfaces/Disagreement.md","filePath":"api/epochal/testing/interfaces/Disagreement.md"}');
const _sfc_main = { name: "api/epochal/testing/interfaces/Disagreement.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/testing</a> / Disagreement</p><h1 id="interface-disagreement" tabindex="-1">Interface: Disagreement <a class="header-anchor" href="#interface-disagreement" aria-label="Permalink to &quot;Interface: Disagreement&quot;">​</a></h1><p>A derivative on which the backward pass and finite differences disagree.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-analytic"></a> <code>analytic</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-element"></a> <code>element</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The index of the element in that input.</td></tr><tr><td><a id="property-input"></a> <code>input</code></td><td><code>readonly</code></td><td><code>string</code></td><td><code>input 0</code>, or the name of a parameter.</td></tr><tr><td><a id="property-numeric"></a> <code>numeric</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-operation"></a> <code>operation</code></td><td><code>readonly</code></td><td><code>string</code> | <code>undefined</code></td><td>The operation whose gradient rule is wrong on its own; undefined where each one is right.</td></tr><tr><td><a id="property-order"></a> <code>order</code></td><td><code>readonly</code></td><td><code>Order</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/testing/interfaces/Disagreement.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Disagreement = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Disagreement as default
};
