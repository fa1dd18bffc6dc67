import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ParameterOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/ParameterOptions.md","filePath":"api/epochal/interfaces/ParameterOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/ParameterOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / ParameterOptions</p><h1 id="interface-parameteroptions" tabindex="-1">Interface: ParameterOptions <a class="header-anchor" href="#interface-parameteroptions" aria-label="Permalink to &quot;Interface: ParameterOptions&quot;">​</a></h1><p>Options of a parameter.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./TensorOptions.html"><code>TensorOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-dtype"></a> <code>dtype?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Dtype.html"><code>Dtype</code></a></td><td>Defaults to the dtype of a typed array, and to float32 for nested arrays.</td><td><a href="./TensorOptions.html"><code>TensorOptions</code></a>.<a href="./TensorOptions.html#property-dtype"><code>dtype</code></a></td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>By which messages and <code>explain</code> call it.</td><td>-</td></tr><tr><td><a id="property-shape"></a> <code>shape?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Shape.html"><code>Shape</code></a></td><td>Defaults to how the arrays are nested; for a typed array, to one axis.</td><td><a href="./TensorOptions.html"><code>TensorOptions</code></a>.<a href="./TensorOptions.html#property-shape"><code>shape</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/ParameterOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ParameterOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ParameterOptions as default
};
