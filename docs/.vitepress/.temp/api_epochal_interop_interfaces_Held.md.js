import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Held","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interop/interfaces/Held.md","filePath":"api/epochal/interop/interfaces/Held.md"}');
const _sfc_main = { name: "api/epochal/interop/interfaces/Held.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/interop</a> / Held</p><h1 id="interface-held" tabindex="-1">Interface: Held <a class="header-anchor" href="#interface-held" aria-label="Permalink to &quot;Interface: Held&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-dtype"></a> <code>dtype</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Dtype.html"><code>Dtype</code></a></td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Shape.html"><code>Shape</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interop/interfaces/Held.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Held = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Held as default
};
