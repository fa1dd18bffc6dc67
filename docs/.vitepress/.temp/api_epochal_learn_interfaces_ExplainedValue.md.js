import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ExplainedValue","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/learn/interfaces/ExplainedValue.md","filePath":"api/epochal/learn/interfaces/ExplainedValue.md"}');
const _sfc_main = { name: "api/epochal/learn/interfaces/ExplainedValue.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/learn</a> / ExplainedValue</p><h1 id="interface-explainedvalue" tabindex="-1">Interface: ExplainedValue <a class="header-anchor" href="#interface-explainedvalue" aria-label="Permalink to &quot;Interface: ExplainedValue&quot;">​</a></h1><p>One value of a computation.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-attributes"></a> <code>attributes</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>What else the operation was told, such as <code>axes [0]</code>.</td></tr><tr><td><a id="property-inputs"></a> <code>inputs</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The numbers of the values that it was computed from, in the order of the operands.</td></tr><tr><td><a id="property-number"></a> <code>number</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Counted from 1 in the order of computation.</td></tr><tr><td><a id="property-operation"></a> <code>operation</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of the operation, or <code>parameter</code> or <code>constant</code> for what nothing was computed from.</td></tr><tr><td><a id="property-rules"></a> <code>rules</code></td><td><code>readonly</code></td><td>readonly (<code>string</code> | <code>undefined</code>)[]</td><td>For each of them the rule by which the gradient goes back to it; undefined where none does.</td></tr><tr><td><a id="property-tensor"></a> <code>tensor</code></td><td><code>readonly</code></td><td><a href="./../../classes/Tensor.html"><code>Tensor</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/learn/interfaces/ExplainedValue.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ExplainedValue = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ExplainedValue as default
};
