import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LookaheadOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/LookaheadOptions.md","filePath":"api/epochal/interfaces/LookaheadOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/LookaheadOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / LookaheadOptions</p><h1 id="interface-lookaheadoptions" tabindex="-1">Interface: LookaheadOptions <a class="header-anchor" href="#interface-lookaheadoptions" aria-label="Permalink to &quot;Interface: LookaheadOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-alpha"></a> <code>alpha?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How far the slow weights follow, from above 0 to 1; default 0.5.</td></tr><tr><td><a id="property-optimizer"></a> <code>optimizer</code></td><td><code>readonly</code></td><td><a href="./Optimizer.html"><code>Optimizer</code></a></td><td>The optimizer of the fast weights.</td></tr><tr><td><a id="property-syncperiod"></a> <code>syncPeriod?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many iterations the fast weights go ahead; default 5.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/LookaheadOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LookaheadOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LookaheadOptions as default
};
