import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: EvaluateRequest","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/EvaluateRequest.md","filePath":"api/epochal/interfaces/EvaluateRequest.md"}');
const _sfc_main = { name: "api/epochal/interfaces/EvaluateRequest.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / EvaluateRequest</p><h1 id="interface-evaluaterequest" tabindex="-1">Interface: EvaluateRequest <a class="header-anchor" href="#interface-evaluaterequest" aria-label="Permalink to &quot;Interface: EvaluateRequest&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-backend"></a> <code>backend?</code></td><td><code>readonly</code></td><td><code>&quot;auto&quot;</code> | <code>&quot;reference&quot;</code></td><td><code>auto</code> (default) or <code>reference</code>: the bits are the same.</td></tr><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><a href="./Loss.html"><code>Loss</code></a></td><td>-</td></tr><tr><td><a id="property-metrics"></a> <code>metrics?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./Metric.html"><code>Metric</code></a>&gt;&gt;</td><td>-</td></tr><tr><td><a id="property-model"></a> <code>model</code></td><td><code>readonly</code></td><td><a href="./Model.html"><code>Model</code></a></td><td>-</td></tr><tr><td><a id="property-threads"></a> <code>threads?</code></td><td><code>readonly</code></td><td><code>ThreadCount</code></td><td>How many threads compute at most, as for the Trainer; default <code>auto</code>. The bits are the same.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/EvaluateRequest.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EvaluateRequest = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EvaluateRequest as default
};
