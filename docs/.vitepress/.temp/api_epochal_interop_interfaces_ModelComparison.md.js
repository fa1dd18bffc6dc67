import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ModelComparison","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interop/interfaces/ModelComparison.md","filePath":"api/epochal/interop/interfaces/ModelComparison.md"}');
const _sfc_main = { name: "api/epochal/interop/interfaces/ModelComparison.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/interop</a> / ModelComparison</p><h1 id="interface-modelcomparison" tabindex="-1">Interface: ModelComparison <a class="header-anchor" href="#interface-modelcomparison" aria-label="Permalink to &quot;Interface: ModelComparison&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-architecture"></a> <code>architecture</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>What differs there, in words: <code>layers.1: tanh, and relu</code>.</td></tr><tr><td><a id="property-equalbits"></a> <code>equalBits</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether all of them have equal bits.</td></tr><tr><td><a id="property-samearchitecture"></a> <code>sameArchitecture</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether layers, their options, shapes and dtype are the same.</td></tr><tr><td><a id="property-tensors"></a> <code>tensors</code></td><td><code>readonly</code></td><td>readonly <a href="./TensorComparison.html"><code>TensorComparison</code></a>[]</td><td>One for each parameter and buffer that either has, in the order of the first.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interop/interfaces/ModelComparison.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ModelComparison = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ModelComparison as default
};
