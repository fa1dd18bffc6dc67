import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ArrayOfRank","description":"","frontmatter":{},"headers":[{"level":2,"title":"Indexable","slug":"indexable","link":"#indexable","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/ArrayOfRank.md","filePath":"api/epochal/interfaces/ArrayOfRank.md"}');
const _sfc_main = { name: "api/epochal/interfaces/ArrayOfRank.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / ArrayOfRank</p><h1 id="interface-arrayofrank" tabindex="-1">Interface: ArrayOfRank <a class="header-anchor" href="#interface-arrayofrank" aria-label="Permalink to &quot;Interface: ArrayOfRank&quot;">​</a></h1><p>Nested arrays by their depth.</p><h2 id="indexable" tabindex="-1">Indexable <a class="header-anchor" href="#indexable" aria-label="Permalink to &quot;Indexable&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">[rank: number]: NestedArray</span></span></code></pre></div><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-0"></a> <code>0</code></td><td><code>number</code></td></tr><tr><td><a id="property-1"></a> <code>1</code></td><td><code>number</code>[]</td></tr><tr><td><a id="property-2"></a> <code>2</code></td><td><code>number</code>[][]</td></tr><tr><td><a id="property-3"></a> <code>3</code></td><td><code>number</code>[][][]</td></tr><tr><td><a id="property-4"></a> <code>4</code></td><td><code>number</code>[][][][]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/ArrayOfRank.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ArrayOfRank = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ArrayOfRank as default
};
