import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RocAucOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/RocAucOptions.md","filePath":"api/epochal/interfaces/RocAucOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/RocAucOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / RocAucOptions</p><h1 id="interface-rocaucoptions" tabindex="-1">Interface: RocAucOptions <a class="header-anchor" href="#interface-rocaucoptions" aria-label="Permalink to &quot;Interface: RocAucOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-average"></a> <code>average?</code></td><td><code>readonly</code></td><td><code>&quot;macro&quot;</code> | <code>&quot;weighted&quot;</code></td><td>Of more than two classes, and of several labels: <code>macro</code> (default) is the mean over the classes, <code>weighted</code> weights them by how many samples each has.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/RocAucOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RocAucOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RocAucOptions as default
};
