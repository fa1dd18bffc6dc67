import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OptimizerDescription","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/OptimizerDescription.md","filePath":"api/epochal/interfaces/OptimizerDescription.md"}');
const _sfc_main = { name: "api/epochal/interfaces/OptimizerDescription.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / OptimizerDescription</p><h1 id="interface-optimizerdescription" tabindex="-1">Interface: OptimizerDescription <a class="header-anchor" href="#interface-optimizerdescription" aria-label="Permalink to &quot;Interface: OptimizerDescription&quot;">​</a></h1><p>An optimizer as JSON.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-groups"></a> <code>groups?</code></td><td><code>readonly</code></td><td>readonly <a href="./ParameterGroup.html"><code>ParameterGroup</code></a>[]</td><td>-</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-optimizer"></a> <code>optimizer?</code></td><td><code>readonly</code></td><td><code>OptimizerDescription</code></td><td>What is wrapped, with options and groups of its own.</td></tr><tr><td><a id="property-options"></a> <code>options</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>number</code> | <code>boolean</code>&gt;&gt;</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/OptimizerDescription.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OptimizerDescription = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OptimizerDescription as default
};
