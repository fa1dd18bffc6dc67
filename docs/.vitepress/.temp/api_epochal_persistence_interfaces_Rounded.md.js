import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Rounded","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/Rounded.md","filePath":"api/epochal/persistence/interfaces/Rounded.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/Rounded.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / Rounded</p><h1 id="interface-rounded" tabindex="-1">Interface: Rounded <a class="header-anchor" href="#interface-rounded" aria-label="Permalink to &quot;Interface: Rounded&quot;">​</a></h1><p>Whole numbers of which the dtype keeps the leading digits only.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-cells"></a> <code>cells</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-first"></a> <code>first</code></td><td><code>readonly</code></td><td><code>Place</code> &amp; <code>object</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/Rounded.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Rounded = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Rounded as default
};
