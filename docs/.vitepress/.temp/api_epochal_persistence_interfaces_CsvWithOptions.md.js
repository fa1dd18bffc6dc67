import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CsvWithOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/CsvWithOptions.md","filePath":"api/epochal/persistence/interfaces/CsvWithOptions.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/CsvWithOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / CsvWithOptions</p><h1 id="interface-csvwithoptions" tabindex="-1">Interface: CsvWithOptions <a class="header-anchor" href="#interface-csvwithoptions" aria-label="Permalink to &quot;Interface: CsvWithOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./ReadOptions.html"><code>ReadOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-file"></a> <code>file?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of the file, for messages.</td><td><a href="./ReadOptions.html"><code>ReadOptions</code></a>.<a href="./ReadOptions.html#property-file"><code>file</code></a></td></tr><tr><td><a id="property-inputsonly"></a> <code>inputsOnly?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>-</td><td>-</td></tr><tr><td><a id="property-unknown"></a> <code>unknown?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Unknown.html"><code>Unknown</code></a></td><td>-</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/CsvWithOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CsvWithOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CsvWithOptions as default
};
