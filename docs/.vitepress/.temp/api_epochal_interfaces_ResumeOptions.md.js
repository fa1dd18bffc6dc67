import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ResumeOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/ResumeOptions.md","filePath":"api/epochal/interfaces/ResumeOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/ResumeOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / ResumeOptions</p><h1 id="interface-resumeoptions" tabindex="-1">Interface: ResumeOptions <a class="header-anchor" href="#interface-resumeoptions" aria-label="Permalink to &quot;Interface: ResumeOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-allow"></a> <code>allow?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Parts of the recipe, such as <code>optimizer</code>, that are meant to differ from before; <code>train</code> and <code>validation</code> are the data. With another <code>batchSize</code> or <code>dropLast</code> a training run continues only from the end of an epoch.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/ResumeOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ResumeOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ResumeOptions as default
};
