import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SearchCost","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/SearchCost.md","filePath":"api/epochal/selection/interfaces/SearchCost.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/SearchCost.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / SearchCost</p><h1 id="interface-searchcost" tabindex="-1">Interface: SearchCost <a class="header-anchor" href="#interface-searchcost" aria-label="Permalink to &quot;Interface: SearchCost&quot;">​</a></h1><p>What a search has cost so far. Trials that the signal ended are not counted.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epochs"></a> <code>epochs</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Of all trials together.</td></tr><tr><td><a id="property-evaluations"></a> <code>evaluations</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How often the objective gave a score, or failed.</td></tr><tr><td><a id="property-failures"></a> <code>failures</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How often it failed.</td></tr><tr><td><a id="property-iterations"></a> <code>iterations</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The same in iterations; 0 if the objective told none.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/SearchCost.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SearchCost = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SearchCost as default
};
