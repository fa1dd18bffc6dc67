import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ByteTensorOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/data/interfaces/ByteTensorOptions.md","filePath":"api/epochal/data/interfaces/ByteTensorOptions.md"}');
const _sfc_main = { name: "api/epochal/data/interfaces/ByteTensorOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / ByteTensorOptions</p><h1 id="interface-bytetensoroptions" tabindex="-1">Interface: ByteTensorOptions <a class="header-anchor" href="#interface-bytetensoroptions" aria-label="Permalink to &quot;Interface: ByteTensorOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dtype"></a> <code>dtype?</code></td><td><code>readonly</code></td><td><code>&quot;float64&quot;</code> | <code>&quot;float32&quot;</code></td><td>Of the numbers; default float32.</td></tr><tr><td><a id="property-offset"></a> <code>offset?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>What byte 0 stands for; default 0.</td></tr><tr><td><a id="property-scale"></a> <code>scale</code></td><td><code>readonly</code></td><td><code>number</code></td><td>1 / 255 for pixels from 0 to 1.</td></tr><tr><td><a id="property-shape"></a> <code>shape?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Shape.html"><code>Shape</code></a></td><td>Default one axis.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/interfaces/ByteTensorOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ByteTensorOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ByteTensorOptions as default
};
