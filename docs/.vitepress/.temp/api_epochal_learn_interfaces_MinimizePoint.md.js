import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MinimizePoint","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/learn/interfaces/MinimizePoint.md","filePath":"api/epochal/learn/interfaces/MinimizePoint.md"}');
const _sfc_main = { name: "api/epochal/learn/interfaces/MinimizePoint.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/learn</a> / MinimizePoint</p><h1 id="interface-minimizepoint" tabindex="-1">Interface: MinimizePoint <a class="header-anchor" href="#interface-minimizepoint" aria-label="Permalink to &quot;Interface: MinimizePoint&quot;">​</a></h1><p>Where the optimizer was, and what it saw there.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-gradient"></a> <code>gradient</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>-</td></tr><tr><td><a id="property-iteration"></a> <code>iteration</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Updates before it: 0 at the start.</td></tr><tr><td><a id="property-position"></a> <code>position</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>-</td></tr><tr><td><a id="property-value"></a> <code>value</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/learn/interfaces/MinimizePoint.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MinimizePoint = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MinimizePoint as default
};
