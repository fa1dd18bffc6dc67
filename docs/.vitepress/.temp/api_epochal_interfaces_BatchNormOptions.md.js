import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: BatchNormOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/BatchNormOptions.md","filePath":"api/epochal/interfaces/BatchNormOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/BatchNormOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / BatchNormOptions</p><h1 id="interface-batchnormoptions" tabindex="-1">Interface: BatchNormOptions <a class="header-anchor" href="#interface-batchnormoptions" aria-label="Permalink to &quot;Interface: BatchNormOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epsilon"></a> <code>epsilon?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Added to the variance; default 1e-5.</td></tr><tr><td><a id="property-momentum"></a> <code>momentum?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How much of the running statistics is kept at each batch; default 0.9 (1 - PyTorch&#39;s momentum).</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/BatchNormOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BatchNormOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BatchNormOptions as default
};
