import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: NumberRange","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/NumberRange.md","filePath":"api/epochal/selection/interfaces/NumberRange.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/NumberRange.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / NumberRange</p><h1 id="interface-numberrange" tabindex="-1">Interface: NumberRange <a class="header-anchor" href="#interface-numberrange" aria-label="Permalink to &quot;Interface: NumberRange&quot;">​</a></h1><p>A number between two others.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-high"></a> <code>high</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-low"></a> <code>low</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>readonly</code></td><td><code>&quot;uniform&quot;</code> | <code>&quot;logUniform&quot;</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/NumberRange.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const NumberRange = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  NumberRange as default
};
