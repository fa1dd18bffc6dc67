import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"epochal/interop","description":"","frontmatter":{},"headers":[{"level":2,"title":"Interfaces","slug":"interfaces","link":"#interfaces","children":[]},{"level":2,"title":"Type Aliases","slug":"type-aliases","link":"#type-aliases","children":[]},{"level":2,"title":"Functions","slug":"functions","link":"#functions","children":[]}],"relativePath":"api/epochal/interop/index.md","filePath":"api/epochal/interop/index.md"}');
const _sfc_main = { name: "api/epochal/interop/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / epochal/interop</p><h1 id="epochalinterop" tabindex="-1">epochal/interop <a class="header-anchor" href="#epochalinterop" aria-label="Permalink to &quot;epochal/interop&quot;">​</a></h1><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/ExportOptions.html">ExportOptions</a></li><li><a href="./interfaces/ExportTraining.html">ExportTraining</a></li><li><a href="./interfaces/Held.html">Held</a></li><li><a href="./interfaces/ImportedModel.html">ImportedModel</a></li><li><a href="./interfaces/ImportedTraining.html">ImportedTraining</a></li><li><a href="./interfaces/ImportOptions.html">ImportOptions</a></li><li><a href="./interfaces/ImportReport.html">ImportReport</a></li><li><a href="./interfaces/Match.html">Match</a></li><li><a href="./interfaces/ModelComparison.html">ModelComparison</a></li><li><a href="./interfaces/TensorComparison.html">TensorComparison</a></li></ul><h2 id="type-aliases" tabindex="-1">Type Aliases <a class="header-anchor" href="#type-aliases" aria-label="Permalink to &quot;Type Aliases&quot;">​</a></h2><ul><li><a href="./type-aliases/ImportFormat.html">ImportFormat</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/compareModels.html">compareModels</a></li><li><a href="./functions/exportModel.html">exportModel</a></li><li><a href="./functions/importModel.html">importModel</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interop/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
