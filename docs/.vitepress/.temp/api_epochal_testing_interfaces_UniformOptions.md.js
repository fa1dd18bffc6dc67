import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: UniformOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/testing/interfaces/UniformOptions.md","filePath":"api/epochal/testing/interfaces/UniformOptions.md"}');
const _sfc_main = { name: "api/epochal/testing/interfaces/UniformOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/testing</a> / UniformOptions</p><h1 id="interface-uniformoptions" tabindex="-1">Interface: UniformOptions <a class="header-anchor" href="#interface-uniformoptions" aria-label="Permalink to &quot;Interface: UniformOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dtype"></a> <code>dtype?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Dtype.html"><code>Dtype</code></a></td><td>Default float32. With int32 the numbers are whole.</td></tr><tr><td><a id="property-high"></a> <code>high?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The numbers stay below, but for the rounding of float32; default 1.</td></tr><tr><td><a id="property-low"></a> <code>low?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The smallest number; default -1, so that functions show both of their sides.</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Seed.html"><code>Seed</code></a></td><td>The same seed gives the same numbers; default 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/testing/interfaces/UniformOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const UniformOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  UniformOptions as default
};
