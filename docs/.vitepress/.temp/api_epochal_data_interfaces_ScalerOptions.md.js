import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ScalerOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/data/interfaces/ScalerOptions.md","filePath":"api/epochal/data/interfaces/ScalerOptions.md"}');
const _sfc_main = { name: "api/epochal/data/interfaces/ScalerOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / ScalerOptions</p><h1 id="interface-scaleroptions" tabindex="-1">Interface: ScalerOptions <a class="header-anchor" href="#interface-scaleroptions" aria-label="Permalink to &quot;Interface: ScalerOptions&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./MinMaxOptions.html"><code>MinMaxOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-of"></a> <code>of?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Part.html"><code>Part</code></a></td><td>Default <code>inputs</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/interfaces/ScalerOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ScalerOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ScalerOptions as default
};
