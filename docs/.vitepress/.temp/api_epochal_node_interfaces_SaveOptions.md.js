import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SaveOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/node/interfaces/SaveOptions.md","filePath":"api/epochal/node/interfaces/SaveOptions.md"}');
const _sfc_main = { name: "api/epochal/node/interfaces/SaveOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/node</a> / SaveOptions</p><h1 id="interface-saveoptions" tabindex="-1">Interface: SaveOptions <a class="header-anchor" href="#interface-saveoptions" aria-label="Permalink to &quot;Interface: SaveOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-keepprevious"></a> <code>keepPrevious?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Keeps what was there before as the <code>previousGeneration</code>, unless it cannot be read any more and the previous generation can; default false.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/node/interfaces/SaveOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SaveOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SaveOptions as default
};
