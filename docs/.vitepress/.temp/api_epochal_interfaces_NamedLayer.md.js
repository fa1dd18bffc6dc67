import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: NamedLayer","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/NamedLayer.md","filePath":"api/epochal/interfaces/NamedLayer.md"}');
const _sfc_main = { name: "api/epochal/interfaces/NamedLayer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / NamedLayer</p><h1 id="interface-namedlayer" tabindex="-1">Interface: NamedLayer <a class="header-anchor" href="#interface-namedlayer" aria-label="Permalink to &quot;Interface: NamedLayer&quot;">​</a></h1><p>A built layer with its name and description.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-built"></a> <code>built</code></td><td><code>readonly</code></td><td><a href="./BuiltLayer.html"><code>BuiltLayer</code></a></td></tr><tr><td><a id="property-layer"></a> <code>layer</code></td><td><code>readonly</code></td><td><a href="./Layer.html"><code>Layer</code></a></td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/NamedLayer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const NamedLayer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  NamedLayer as default
};
