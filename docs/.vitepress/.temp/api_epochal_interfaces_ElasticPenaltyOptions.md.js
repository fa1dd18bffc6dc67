import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ElasticPenaltyOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/ElasticPenaltyOptions.md","filePath":"api/epochal/interfaces/ElasticPenaltyOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/ElasticPenaltyOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / ElasticPenaltyOptions</p><h1 id="interface-elasticpenaltyoptions" tabindex="-1">Interface: ElasticPenaltyOptions <a class="header-anchor" href="#interface-elasticpenaltyoptions" aria-label="Permalink to &quot;Interface: ElasticPenaltyOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-l1"></a> <code>l1?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The strength of the sum of magnitudes; default 0.</td></tr><tr><td><a id="property-l2"></a> <code>l2?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The strength of half the sum of squares; default 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/ElasticPenaltyOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ElasticPenaltyOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ElasticPenaltyOptions as default
};
