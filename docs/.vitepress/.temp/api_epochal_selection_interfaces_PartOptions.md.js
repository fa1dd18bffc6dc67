import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PartOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/PartOptions.md","filePath":"api/epochal/selection/interfaces/PartOptions.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/PartOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / PartOptions</p><h1 id="interface-partoptions" tabindex="-1">Interface: PartOptions <a class="header-anchor" href="#interface-partoptions" aria-label="Permalink to &quot;Interface: PartOptions&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./GridSearchOptions.html"><code>GridSearchOptions</code></a></li><li><a href="./RandomSearchOptions.html"><code>RandomSearchOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-only"></a> <code>only?</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The numbers of the trials to run, counted from 1; default all. What a trial finds does not depend on the others: <code>mergeSearches</code> makes the result of the whole search out of those of its parts, to the bit.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/PartOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PartOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PartOptions as default
};
