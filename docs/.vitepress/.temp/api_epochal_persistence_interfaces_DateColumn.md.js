import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DateColumn","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/DateColumn.md","filePath":"api/epochal/persistence/interfaces/DateColumn.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/DateColumn.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / DateColumn</p><h1 id="interface-datecolumn" tabindex="-1">Interface: DateColumn <a class="header-anchor" href="#interface-datecolumn" aria-label="Permalink to &quot;Interface: DateColumn&quot;">​</a></h1><p>A feature for each part of a date, see <code>featuresOf</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-fill"></a> <code>fill?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What stands in for missing values, as <code>2024-12-31</code>; without it they are refused.</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>readonly</code></td><td><code>&quot;date&quot;</code></td><td>-</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-order"></a> <code>order</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/DateOrder.html"><code>DateOrder</code></a></td><td>-</td></tr><tr><td><a id="property-times"></a> <code>times</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether there are times of day.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/DateColumn.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DateColumn = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DateColumn as default
};
