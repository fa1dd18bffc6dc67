import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ReadCsvWith","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/ReadCsvWith.md","filePath":"api/epochal/persistence/interfaces/ReadCsvWith.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/ReadCsvWith.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / ReadCsvWith</p><h1 id="interface-readcsvwith" tabindex="-1">Interface: ReadCsvWith <a class="header-anchor" href="#interface-readcsvwith" aria-label="Permalink to &quot;Interface: ReadCsvWith&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dataset"></a> <code>dataset?</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Dataset.html"><code>Dataset</code></a></td><td>If the target is among the columns.</td></tr><tr><td><a id="property-inputs"></a> <code>inputs</code></td><td><code>readonly</code></td><td><a href="./../../classes/Tensor.html"><code>Tensor</code></a></td><td>-</td></tr><tr><td><a id="property-report"></a> <code>report</code></td><td><code>readonly</code></td><td><a href="./CsvReport.html"><code>CsvReport</code></a></td><td>How each column was read.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/ReadCsvWith.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReadCsvWith = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReadCsvWith as default
};
