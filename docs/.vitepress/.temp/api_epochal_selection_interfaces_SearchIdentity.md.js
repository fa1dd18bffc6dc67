import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SearchIdentity","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/SearchIdentity.md","filePath":"api/epochal/selection/interfaces/SearchIdentity.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/SearchIdentity.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / SearchIdentity</p><h1 id="interface-searchidentity" tabindex="-1">Interface: SearchIdentity <a class="header-anchor" href="#interface-searchidentity" aria-label="Permalink to &quot;Interface: SearchIdentity&quot;">​</a></h1><p>Which search it is: two with the same identity have the same trials, and the same results.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./SearchData.html"><code>SearchData</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-budget"></a> <code>budget</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>number</code>&gt;&gt;</td><td>The options that say how long to train.</td></tr><tr><td><a id="property-goal"></a> <code>goal</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Goal.html"><code>Goal</code></a></td><td>-</td></tr><tr><td><a id="property-method"></a> <code>method</code></td><td><code>readonly</code></td><td><code>&quot;gridSearch&quot;</code> | <code>&quot;randomSearch&quot;</code> | <code>&quot;successiveHalving&quot;</code></td><td>-</td></tr><tr><td><a id="property-objective"></a> <code>objective</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The <code>name</code> of the function. Two of the same name cannot be told apart.</td></tr><tr><td><a id="property-seed"></a> <code>seed</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Seed.html"><code>Seed</code></a></td><td>-</td></tr><tr><td><a id="property-space"></a> <code>space</code></td><td><code>readonly</code></td><td>readonly (readonly [<code>string</code>, <a href="./../type-aliases/Distribution.html"><code>Distribution</code></a>])[]</td><td>The parameters in their order, lists written as choices.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/SearchIdentity.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SearchIdentity = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SearchIdentity as default
};
