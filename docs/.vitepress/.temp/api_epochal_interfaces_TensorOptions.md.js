import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TensorOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/TensorOptions.md","filePath":"api/epochal/interfaces/TensorOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/TensorOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / TensorOptions</p><h1 id="interface-tensoroptions" tabindex="-1">Interface: TensorOptions <a class="header-anchor" href="#interface-tensoroptions" aria-label="Permalink to &quot;Interface: TensorOptions&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./ParameterOptions.html"><code>ParameterOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dtype"></a> <code>dtype?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Dtype.html"><code>Dtype</code></a></td><td>Defaults to the dtype of a typed array, and to float32 for nested arrays.</td></tr><tr><td><a id="property-shape"></a> <code>shape?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Shape.html"><code>Shape</code></a></td><td>Defaults to how the arrays are nested; for a typed array, to one axis.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/TensorOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TensorOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TensorOptions as default
};
