import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GradcheckOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/testing/interfaces/GradcheckOptions.md","filePath":"api/epochal/testing/interfaces/GradcheckOptions.md"}');
const _sfc_main = { name: "api/epochal/testing/interfaces/GradcheckOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/testing</a> / GradcheckOptions</p><h1 id="interface-gradcheckoptions" tabindex="-1">Interface: GradcheckOptions <a class="header-anchor" href="#interface-gradcheckoptions" aria-label="Permalink to &quot;Interface: GradcheckOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-absolutetolerance"></a> <code>absoluteTolerance?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Default 1e-8.</td></tr><tr><td><a id="property-delta"></a> <code>delta?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How far an element is moved to either side, beyond 1 in proportion to it; default 2^-17.</td></tr><tr><td><a id="property-order"></a> <code>order?</code></td><td><code>readonly</code></td><td><code>Order</code></td><td>1 (default) checks the gradients; 2 also the gradients of these gradients.</td></tr><tr><td><a id="property-parameters"></a> <code>parameters?</code></td><td><code>readonly</code></td><td>readonly <a href="./../../classes/Tensor.html"><code>Tensor</code></a>&lt;<code>number</code>&gt;[]</td><td>Tensors that the function reads by itself and that are checked too, such as the parameters of a model. They are moved during the check and put back.</td></tr><tr><td><a id="property-relativetolerance"></a> <code>relativeTolerance?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Default 1e-6.</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Seed.html"><code>Seed</code></a></td><td>The seed of the random projections; default 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/testing/interfaces/GradcheckOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GradcheckOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GradcheckOptions as default
};
