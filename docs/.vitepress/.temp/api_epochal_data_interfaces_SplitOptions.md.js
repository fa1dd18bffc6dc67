import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SplitOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/data/interfaces/SplitOptions.md","filePath":"api/epochal/data/interfaces/SplitOptions.md"}');
const _sfc_main = { name: "api/epochal/data/interfaces/SplitOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / SplitOptions</p><h1 id="interface-splitoptions" tabindex="-1">Interface: SplitOptions <a class="header-anchor" href="#interface-splitoptions" aria-label="Permalink to &quot;Interface: SplitOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Seed.html"><code>Seed</code></a></td><td>Default 0.</td></tr><tr><td><a id="property-stratify"></a> <code>stratify?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether every class has its share of each part, as nearly as whole samples allow; default false.</td></tr><tr><td><a id="property-test"></a> <code>test?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The fraction for a test at the very end, rounded up likewise; without it there is no such part.</td></tr><tr><td><a id="property-validation"></a> <code>validation</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The fraction of the samples for validation, rounded up to whole samples.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/interfaces/SplitOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SplitOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SplitOptions as default
};
