import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LoadPartOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/LoadPartOptions.md","filePath":"api/epochal/interfaces/LoadPartOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/LoadPartOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / LoadPartOptions</p><h1 id="interface-loadpartoptions" tabindex="-1">Interface: LoadPartOptions <a class="header-anchor" href="#interface-loadpartoptions" aria-label="Permalink to &quot;Interface: LoadPartOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-only"></a> <code>only?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/LayerChoice.html"><code>LayerChoice</code></a></td><td>The layers of the model to be loaded: <code>layers.0</code>, or <code>{ first: 2 }</code>; default all of it.</td></tr><tr><td><a id="property-rename"></a> <code>rename?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt; | <code>Rename</code></td><td>What the names of the state are in the model: beginnings by beginnings, such as <code>{ encoder: &#39;layers.0&#39; }</code>, or a function, which gives undefined for what is to be left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/LoadPartOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LoadPartOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LoadPartOptions as default
};
