import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Closeness","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/testing/interfaces/Closeness.md","filePath":"api/epochal/testing/interfaces/Closeness.md"}');
const _sfc_main = { name: "api/epochal/testing/interfaces/Closeness.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/testing</a> / Closeness</p><h1 id="interface-closeness" tabindex="-1">Interface: Closeness <a class="header-anchor" href="#interface-closeness" aria-label="Permalink to &quot;Interface: Closeness&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-absolutetolerance"></a> <code>absoluteTolerance?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Default 1e-6 for float32, 1e-12 for float64, 0 for int32.</td></tr><tr><td><a id="property-relativetolerance"></a> <code>relativeTolerance?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Default 1e-5 for float32, 1e-10 for float64, 0 for int32.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/testing/interfaces/Closeness.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Closeness = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Closeness as default
};
