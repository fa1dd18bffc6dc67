import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"epochal/symbolic","description":"","frontmatter":{},"headers":[{"level":2,"title":"Interfaces","slug":"interfaces","link":"#interfaces","children":[]},{"level":2,"title":"Type Aliases","slug":"type-aliases","link":"#type-aliases","children":[]},{"level":2,"title":"Functions","slug":"functions","link":"#functions","children":[]},{"level":2,"title":"References","slug":"references","link":"#references","children":[{"level":3,"title":"Tensor","slug":"tensor","link":"#tensor","children":[]}]}],"relativePath":"api/epochal/symbolic/index.md","filePath":"api/epochal/symbolic/index.md"}');
const _sfc_main = { name: "api/epochal/symbolic/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / epochal/symbolic</p><h1 id="epochalsymbolic" tabindex="-1">epochal/symbolic <a class="header-anchor" href="#epochalsymbolic" aria-label="Permalink to &quot;epochal/symbolic&quot;">​</a></h1><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/FormulaActivation.html">FormulaActivation</a></li><li><a href="./interfaces/FormulaLoss.html">FormulaLoss</a></li><li><a href="./interfaces/FormulaSchedule.html">FormulaSchedule</a></li><li><a href="./interfaces/FormulaScheduleOptions.html">FormulaScheduleOptions</a></li></ul><h2 id="type-aliases" tabindex="-1">Type Aliases <a class="header-anchor" href="#type-aliases" aria-label="Permalink to &quot;Type Aliases&quot;">​</a></h2><ul><li><a href="./type-aliases/FormulaActivationOptions.html">FormulaActivationOptions</a></li><li><a href="./type-aliases/FormulaLossOptions.html">FormulaLossOptions</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/derivative.html">derivative</a></li><li><a href="./functions/formulaActivation.html">formulaActivation</a></li><li><a href="./functions/formulaLoss.html">formulaLoss</a></li><li><a href="./functions/formulaSchedule.html">formulaSchedule</a></li><li><a href="./functions/tex.html">tex</a></li></ul><h2 id="references" tabindex="-1">References <a class="header-anchor" href="#references" aria-label="Permalink to &quot;References&quot;">​</a></h2><h3 id="tensor" tabindex="-1">Tensor <a class="header-anchor" href="#tensor" aria-label="Permalink to &quot;Tensor&quot;">​</a></h3><p>Re-exports <a href="./../classes/Tensor.html">Tensor</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/symbolic/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
