import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ColumnOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/ColumnOptions.md","filePath":"api/epochal/persistence/interfaces/ColumnOptions.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/ColumnOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / ColumnOptions</p><h1 id="interface-columnoptions" tabindex="-1">Interface: ColumnOptions <a class="header-anchor" href="#interface-columnoptions" aria-label="Permalink to &quot;Interface: ColumnOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-kind"></a> <code>kind?</code></td><td><code>readonly</code></td><td><code>Kind</code></td><td>By default all cells decide: numbers alone, dates alone, or neither: categories.</td></tr><tr><td><a id="property-missing"></a> <code>missing?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Missing.html"><code>Missing</code></a></td><td>By default as the option <code>missing</code> says.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/ColumnOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ColumnOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ColumnOptions as default
};
