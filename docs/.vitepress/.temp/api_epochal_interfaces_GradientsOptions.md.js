import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GradientsOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/GradientsOptions.md","filePath":"api/epochal/interfaces/GradientsOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/GradientsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / GradientsOptions</p><h1 id="interface-gradientsoptions" tabindex="-1">Interface: GradientsOptions <a class="header-anchor" href="#interface-gradientsoptions" aria-label="Permalink to &quot;Interface: GradientsOptions&quot;">​</a></h1><p>The core of the library: everything that <code>import ... from &#39;epochal&#39;</code> gives.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-creategraph"></a> <code>createGraph?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the gradients can be differentiated again, to any order; default false.</td></tr><tr><td><a id="property-outputgradient"></a> <code>outputGradient?</code></td><td><code>readonly</code></td><td><a href="./../classes/Tensor.html"><code>Tensor</code></a>&lt;<code>number</code>&gt;</td><td>The gradient to start from, in the shape of the output; default ones, for a scalar only.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/GradientsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GradientsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GradientsOptions as default
};
