import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FoldsOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/FoldsOptions.md","filePath":"api/epochal/selection/interfaces/FoldsOptions.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/FoldsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / FoldsOptions</p><h1 id="interface-foldsoptions" tabindex="-1">Interface: FoldsOptions <a class="header-anchor" href="#interface-foldsoptions" aria-label="Permalink to &quot;Interface: FoldsOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dataset"></a> <code>dataset?</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Dataset.html"><code>Dataset</code></a></td><td>What is cut; or only the number of its samples.</td></tr><tr><td><a id="property-k"></a> <code>k?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many folds; default 5.</td></tr><tr><td><a id="property-repeats"></a> <code>repeats?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How often the samples are dealt anew; default 1.</td></tr><tr><td><a id="property-samples"></a> <code>samples?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Seed.html"><code>Seed</code></a></td><td>Default 0.</td></tr><tr><td><a id="property-stratify"></a> <code>stratify?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether every class has its share of each fold, as nearly as whole samples allow; default false.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/FoldsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FoldsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FoldsOptions as default
};
