import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Reached","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/Reached.md","filePath":"api/epochal/selection/interfaces/Reached.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/Reached.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / Reached</p><h1 id="interface-reached" tabindex="-1">Interface: Reached <a class="header-anchor" href="#interface-reached" aria-label="Permalink to &quot;Interface: Reached&quot;">​</a></h1><p>What a run had reached with a budget.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-at"></a> <code>at?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>When it was measured: at the budget or before.</td></tr><tr><td><a id="property-value"></a> <code>value?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The watched number; left out if it had not been measured by then.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/Reached.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Reached = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Reached as default
};
