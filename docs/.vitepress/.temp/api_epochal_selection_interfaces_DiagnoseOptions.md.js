import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DiagnoseOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/DiagnoseOptions.md","filePath":"api/epochal/selection/interfaces/DiagnoseOptions.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/DiagnoseOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / DiagnoseOptions</p><h1 id="interface-diagnoseoptions" tabindex="-1">Interface: DiagnoseOptions <a class="header-anchor" href="#interface-diagnoseoptions" aria-label="Permalink to &quot;Interface: DiagnoseOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-baseline"></a> <code>baseline?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The loss of a network that has learned nothing, such as <code>Math.log(10)</code> for ten classes or the variance of the targets; default the first training loss, which may have fallen much already.</td></tr><tr><td><a id="property-error"></a> <code>error?</code></td><td><code>readonly</code></td><td><code>unknown</code></td><td>The NonFiniteError that <code>fit</code> threw, if it did.</td></tr><tr><td><a id="property-parameters"></a> <code>parameters?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many numbers were trained, as <code>parameterCount(model)</code> says: a network with more of them than there are samples is not taken for too small.</td></tr><tr><td><a id="property-report"></a> <code>report?</code></td><td><code>readonly</code></td><td><code>Pick</code>&lt;<a href="./../../interfaces/ClassificationReport.html"><code>ClassificationReport</code></a>, <code>&quot;warnings&quot;</code>&gt;</td><td>What <code>evaluate</code> says of the classes: its warnings are told beside the verdict.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/DiagnoseOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DiagnoseOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DiagnoseOptions as default
};
