import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OptimizerStart","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/OptimizerStart.md","filePath":"api/epochal/interfaces/OptimizerStart.md"}');
const _sfc_main = { name: "api/epochal/interfaces/OptimizerStart.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / OptimizerStart</p><h1 id="interface-optimizerstart" tabindex="-1">Interface: OptimizerStart <a class="header-anchor" href="#interface-optimizerstart" aria-label="Permalink to &quot;Interface: OptimizerStart&quot;">​</a></h1><p>Where an optimizer continues: its state after a number of updates, wherever they were.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-tensors"></a> <code>tensors</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/OptimizerState.html"><code>OptimizerState</code></a></td><td>By name, such as <code>layers.0.weight.momentum</code>, as <code>trainer.optimizerState()</code> gives it.</td></tr><tr><td><a id="property-updates"></a> <code>updates</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many updates there have been, which bias corrections count.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/OptimizerStart.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OptimizerStart = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OptimizerStart as default
};
