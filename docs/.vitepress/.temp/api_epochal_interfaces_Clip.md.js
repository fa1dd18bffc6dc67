import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Clip","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/Clip.md","filePath":"api/epochal/interfaces/Clip.md"}');
const _sfc_main = { name: "api/epochal/interfaces/Clip.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / Clip</p><h1 id="interface-clip" tabindex="-1">Interface: Clip <a class="header-anchor" href="#interface-clip" aria-label="Permalink to &quot;Interface: Clip&quot;">​</a></h1><p>Limits on gradients, applied in this order before each update.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-globalnorm"></a> <code>globalNorm?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>All gradients are scaled alike so that their common norm is at most this (Pascanu et al., 2013).</td></tr><tr><td><a id="property-norm"></a> <code>norm?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Each gradient is scaled so that its Euclidean norm is at most this.</td></tr><tr><td><a id="property-value"></a> <code>value?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Each element is held between -value and value.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/Clip.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Clip = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Clip as default
};
