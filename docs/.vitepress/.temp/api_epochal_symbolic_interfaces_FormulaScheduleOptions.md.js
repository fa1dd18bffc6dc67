import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FormulaScheduleOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/symbolic/interfaces/FormulaScheduleOptions.md","filePath":"api/epochal/symbolic/interfaces/FormulaScheduleOptions.md"}');
const _sfc_main = { name: "api/epochal/symbolic/interfaces/FormulaScheduleOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/symbolic</a> / FormulaScheduleOptions</p><h1 id="interface-formulascheduleoptions" tabindex="-1">Interface: FormulaScheduleOptions <a class="header-anchor" href="#interface-formulascheduleoptions" aria-label="Permalink to &quot;Interface: FormulaScheduleOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>ConstantsOption</code></li><li><code>UnitOption</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-constants"></a> <code>constants?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>number</code>&gt;&gt;</td><td>Numbers that the formula calls by name: <code>{ alpha: 0.1 }</code>.</td><td><code>ConstantsOption.constants</code></td></tr><tr><td><a id="property-optimizer"></a> <code>optimizer?</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Optimizer.html"><code>Optimizer</code></a></td><td>Says that the formula gives learning rates, those of this optimizer. Without it the formula gives factors of the learning rate.</td><td>-</td></tr><tr><td><a id="property-per"></a> <code>per?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Unit.html"><code>Unit</code></a></td><td>Whether iterations or epochs are counted.</td><td><code>UnitOption.per</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/symbolic/interfaces/FormulaScheduleOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FormulaScheduleOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FormulaScheduleOptions as default
};
