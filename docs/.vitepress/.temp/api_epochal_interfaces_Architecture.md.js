import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Architecture","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/Architecture.md","filePath":"api/epochal/interfaces/Architecture.md"}');
const _sfc_main = { name: "api/epochal/interfaces/Architecture.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / Architecture</p><h1 id="interface-architecture" tabindex="-1">Interface: Architecture <a class="header-anchor" href="#interface-architecture" aria-label="Permalink to &quot;Interface: Architecture&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-dtype"></a> <code>dtype</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Dtype.html"><code>Dtype</code></a></td></tr><tr><td><a id="property-inputshape"></a> <code>inputShape</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Shape.html"><code>Shape</code></a></td></tr><tr><td><a id="property-layers"></a> <code>layers</code></td><td><code>readonly</code></td><td>readonly <a href="./LayerDescription.html"><code>LayerDescription</code></a>[]</td></tr><tr><td><a id="property-seed"></a> <code>seed</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Seed.html"><code>Seed</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/Architecture.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Architecture = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Architecture as default
};
