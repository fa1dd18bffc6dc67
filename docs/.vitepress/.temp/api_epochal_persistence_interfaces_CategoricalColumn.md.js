import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CategoricalColumn","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/CategoricalColumn.md","filePath":"api/epochal/persistence/interfaces/CategoricalColumn.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/CategoricalColumn.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / CategoricalColumn</p><h1 id="interface-categoricalcolumn" tabindex="-1">Interface: CategoricalColumn <a class="header-anchor" href="#interface-categoricalcolumn" aria-label="Permalink to &quot;Interface: CategoricalColumn&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-categories"></a> <code>categories</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>In order: one feature for each of an input, one class number for each of a target.</td></tr><tr><td><a id="property-fill"></a> <code>fill?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What stands in for missing values; without it they are refused.</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>readonly</code></td><td><code>&quot;categorical&quot;</code></td><td>-</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/CategoricalColumn.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CategoricalColumn = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CategoricalColumn as default
};
