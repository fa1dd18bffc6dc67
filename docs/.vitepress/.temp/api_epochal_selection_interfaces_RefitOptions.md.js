import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RefitOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/RefitOptions.md","filePath":"api/epochal/selection/interfaces/RefitOptions.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/RefitOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / RefitOptions</p><h1 id="interface-refitoptions" tabindex="-1">Interface: RefitOptions <a class="header-anchor" href="#interface-refitoptions" aria-label="Permalink to &quot;Interface: RefitOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-by"></a> <code>by</code></td><td><code>readonly</code></td><td><code>&quot;iterations&quot;</code> | <code>&quot;epochs&quot;</code></td><td>What is to be the same as in the folds. All of the data is more than what a fold learned from, so an epoch has more iterations: the same <em>epochs</em> use every sample as often and update more often; the same <em>iterations</em> update as often and use every sample less often.</td></tr><tr><td><a id="property-signal"></a> <code>signal?</code></td><td><code>readonly</code></td><td><code>AbortSignal</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/RefitOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RefitOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RefitOptions as default
};
