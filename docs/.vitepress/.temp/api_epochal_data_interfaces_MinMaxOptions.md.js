import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MinMaxOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/data/interfaces/MinMaxOptions.md","filePath":"api/epochal/data/interfaces/MinMaxOptions.md"}');
const _sfc_main = { name: "api/epochal/data/interfaces/MinMaxOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / MinMaxOptions</p><h1 id="interface-minmaxoptions" tabindex="-1">Interface: MinMaxOptions <a class="header-anchor" href="#interface-minmaxoptions" aria-label="Permalink to &quot;Interface: MinMaxOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./ScalerOptions.html"><code>ScalerOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-high"></a> <code>high?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>What the largest becomes; default 1.</td><td>-</td></tr><tr><td><a id="property-low"></a> <code>low?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>What the smallest becomes; default 0.</td><td>-</td></tr><tr><td><a id="property-of"></a> <code>of?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Part.html"><code>Part</code></a></td><td>Default <code>inputs</code>.</td><td><a href="./ScalerOptions.html"><code>ScalerOptions</code></a>.<a href="./ScalerOptions.html#property-of"><code>of</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/interfaces/MinMaxOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MinMaxOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MinMaxOptions as default
};
