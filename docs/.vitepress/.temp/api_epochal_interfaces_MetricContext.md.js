import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MetricContext","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/MetricContext.md","filePath":"api/epochal/interfaces/MetricContext.md"}');
const _sfc_main = { name: "api/epochal/interfaces/MetricContext.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / MetricContext</p><h1 id="interface-metriccontext" tabindex="-1">Interface: MetricContext <a class="header-anchor" href="#interface-metriccontext" aria-label="Permalink to &quot;Interface: MetricContext&quot;">​</a></h1><p>What the Trainer and <code>evaluate</code> tell a metric beside outputs and targets.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-loss"></a> <code>loss?</code></td><td><code>readonly</code></td><td><a href="./Loss.html"><code>Loss</code></a></td><td>By which the network is trained: it knows what outputs are.</td></tr><tr><td><a id="property-sampleweights"></a> <code>sampleWeights?</code></td><td><code>readonly</code></td><td><a href="./../classes/Tensor.html"><code>Tensor</code></a>&lt;<code>number</code>&gt;</td><td>How much each sample counts, <code>[samples]</code>: those of the dataset, if it has any.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/MetricContext.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MetricContext = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MetricContext as default
};
