import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ParameterGroup","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/ParameterGroup.md","filePath":"api/epochal/interfaces/ParameterGroup.md"}');
const _sfc_main = { name: "api/epochal/interfaces/ParameterGroup.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / ParameterGroup</p><h1 id="interface-parametergroup" tabindex="-1">Interface: ParameterGroup <a class="header-anchor" href="#interface-parametergroup" aria-label="Permalink to &quot;Interface: ParameterGroup&quot;">​</a></h1><p>Options that a group of parameters overrides.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-l2"></a> <code>l2?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-learningrate"></a> <code>learningRate?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-parameters"></a> <code>parameters</code></td><td><code>readonly</code></td><td><code>string</code> | ((<code>name</code>) =&gt; <code>boolean</code>)</td><td>Which parameters: those of a layer by its name (<code>layers.1</code> means <code>layers.1.weight</code>, and not <code>layers.10.weight</code>), one parameter by its full name, or those for which a function says true.</td></tr><tr><td><a id="property-weightdecay"></a> <code>weightDecay?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/ParameterGroup.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ParameterGroup = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ParameterGroup as default
};
