import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ScalerDescription","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/data/interfaces/ScalerDescription.md","filePath":"api/epochal/data/interfaces/ScalerDescription.md"}');
const _sfc_main = { name: "api/epochal/data/interfaces/ScalerDescription.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / ScalerDescription</p><h1 id="interface-scalerdescription" tabindex="-1">Interface: ScalerDescription <a class="header-anchor" href="#interface-scalerdescription" aria-label="Permalink to &quot;Interface: ScalerDescription&quot;">​</a></h1><p>A scaler as JSON.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-featurenames"></a> <code>featureNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Of inputs: what the columns are called, in their order.</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-of"></a> <code>of</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Part.html"><code>Part</code></a></td><td>-</td></tr><tr><td><a id="property-values"></a> <code>values</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../../type-aliases/NestedArray.html"><code>NestedArray</code></a>&gt;&gt;</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/interfaces/ScalerDescription.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ScalerDescription = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ScalerDescription as default
};
