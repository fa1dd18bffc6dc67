import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ExplainOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/learn/interfaces/ExplainOptions.md","filePath":"api/epochal/learn/interfaces/ExplainOptions.md"}');
const _sfc_main = { name: "api/epochal/learn/interfaces/ExplainOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/learn</a> / ExplainOptions</p><h1 id="interface-explainoptions" tabindex="-1">Interface: ExplainOptions <a class="header-anchor" href="#interface-explainoptions" aria-label="Permalink to &quot;Interface: ExplainOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-rows"></a> <code>rows?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many values are shown; of a longer computation the first and the last. Default 40.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/learn/interfaces/ExplainOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ExplainOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ExplainOptions as default
};
