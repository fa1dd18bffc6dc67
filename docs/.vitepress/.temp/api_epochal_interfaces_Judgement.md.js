import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Judgement","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/Judgement.md","filePath":"api/epochal/interfaces/Judgement.md"}');
const _sfc_main = { name: "api/epochal/interfaces/Judgement.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / Judgement</p><h1 id="interface-judgement" tabindex="-1">Interface: Judgement <a class="header-anchor" href="#interface-judgement" aria-label="Permalink to &quot;Interface: Judgement&quot;">​</a></h1><p>Of a set that a model is judged by.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./Evaluation.html"><code>Evaluation</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The mean loss over all samples.</td><td><a href="./Evaluation.html"><code>Evaluation</code></a>.<a href="./Evaluation.html#property-loss"><code>loss</code></a></td></tr><tr><td><a id="property-metrics"></a> <code>metrics</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/MetricValues.html"><code>MetricValues</code></a></td><td>-</td><td><a href="./Evaluation.html"><code>Evaluation</code></a>.<a href="./Evaluation.html#property-metrics"><code>metrics</code></a></td></tr><tr><td><a id="property-report"></a> <code>report?</code></td><td><code>readonly</code></td><td><a href="./ClassificationReport.html"><code>ClassificationReport</code></a></td><td>Of classes: precision, recall and F1 of each, accuracy beside the baseline, and <code>warnings</code> of what the numbers hide. Where the loss says what outputs are, and targets are classes or labels. It is made when it is first looked at: to rank the samples of each class takes longer than the outputs of a small network.</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/Judgement.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Judgement = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Judgement as default
};
