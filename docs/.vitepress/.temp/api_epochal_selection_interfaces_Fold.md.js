import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Fold","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/Fold.md","filePath":"api/epochal/selection/interfaces/Fold.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/Fold.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / Fold</p><h1 id="interface-fold" tabindex="-1">Interface: Fold <a class="header-anchor" href="#interface-fold" aria-label="Permalink to &quot;Interface: Fold&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-fold"></a> <code>fold</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Counted from 1, in each repeat anew.</td></tr><tr><td><a id="property-repeat"></a> <code>repeat</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Counted from 1.</td></tr><tr><td><a id="property-train"></a> <code>train</code></td><td><code>readonly</code></td><td><code>Int32Array</code></td><td>The samples to learn from, by number, ascending.</td></tr><tr><td><a id="property-validation"></a> <code>validation</code></td><td><code>readonly</code></td><td><code>Int32Array</code></td><td>The samples to judge by, by number, ascending.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/Fold.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Fold = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Fold as default
};
