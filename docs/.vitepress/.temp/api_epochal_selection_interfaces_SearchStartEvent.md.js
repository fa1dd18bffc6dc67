import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SearchStartEvent","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/SearchStartEvent.md","filePath":"api/epochal/selection/interfaces/SearchStartEvent.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/SearchStartEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / SearchStartEvent</p><h1 id="interface-searchstartevent" tabindex="-1">Interface: SearchStartEvent <a class="header-anchor" href="#interface-searchstartevent" aria-label="Permalink to &quot;Interface: SearchStartEvent&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-plan"></a> <code>plan</code></td><td><code>readonly</code></td><td><a href="./SearchPlan.html"><code>SearchPlan</code></a></td><td>-</td></tr><tr><td><a id="property-resumed"></a> <code>resumed</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many evaluations are taken over from an earlier result.</td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>readonly</code></td><td><code>&quot;searchStart&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/SearchStartEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SearchStartEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SearchStartEvent as default
};
