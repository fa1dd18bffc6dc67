import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Rung","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/Rung.md","filePath":"api/epochal/selection/interfaces/Rung.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/Rung.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / Rung</p><h1 id="interface-rung" tabindex="-1">Interface: Rung <a class="header-anchor" href="#interface-rung" aria-label="Permalink to &quot;Interface: Rung&quot;">​</a></h1><p>Trials that are trained for the same number of epochs, and then compared.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epochs"></a> <code>epochs</code></td><td><code>readonly</code></td><td><code>number</code></td><td>In total, those of the rungs before included.</td></tr><tr><td><a id="property-trials"></a> <code>trials</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/Rung.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Rung = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Rung as default
};
