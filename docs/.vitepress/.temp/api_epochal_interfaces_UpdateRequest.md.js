import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: UpdateRequest","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/UpdateRequest.md","filePath":"api/epochal/interfaces/UpdateRequest.md"}');
const _sfc_main = { name: "api/epochal/interfaces/UpdateRequest.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / UpdateRequest</p><h1 id="interface-updaterequest" tabindex="-1">Interface: UpdateRequest <a class="header-anchor" href="#interface-updaterequest" aria-label="Permalink to &quot;Interface: UpdateRequest&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-gradient"></a> <code>gradient</code></td><td><code>readonly</code></td><td><a href="./../classes/Tensor.html"><code>Tensor</code></a></td><td>-</td></tr><tr><td><a id="property-parameter"></a> <code>parameter</code></td><td><code>readonly</code></td><td><a href="./../classes/Tensor.html"><code>Tensor</code></a></td><td>-</td></tr><tr><td><a id="property-scalars"></a> <code>scalars</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../classes/Tensor.html"><code>Tensor</code></a>&gt;&gt;</td><td>Scalars, inputs of the update and not constants: <code>learningRate</code> (scheduled) and whatever <code>scalars</code> gives for the iteration.</td></tr><tr><td><a id="property-state"></a> <code>state</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/OptimizerState.html"><code>OptimizerState</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/UpdateRequest.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const UpdateRequest = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  UpdateRequest as default
};
