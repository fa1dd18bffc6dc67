import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WithHeadOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/WithHeadOptions.md","filePath":"api/epochal/interfaces/WithHeadOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/WithHeadOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / WithHeadOptions</p><h1 id="interface-withheadoptions" tabindex="-1">Interface: WithHeadOptions <a class="header-anchor" href="#interface-withheadoptions" aria-label="Permalink to &quot;Interface: WithHeadOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-from"></a> <code>from?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The first layer of the old head, by name: it and all behind it are replaced. Default: the last layer that has parameters.</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Seed.html"><code>Seed</code></a></td><td>Decides the initial weights of the new head, and the dropout masks of the network. Default: the model&#39;s seed with <code>/head</code> behind it. With the model&#39;s own seed the new head would begin with the numbers that the old one began with, to which the body has adapted.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/WithHeadOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WithHeadOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WithHeadOptions as default
};
