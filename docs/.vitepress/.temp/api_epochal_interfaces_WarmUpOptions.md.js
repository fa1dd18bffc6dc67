import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WarmUpOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/WarmUpOptions.md","filePath":"api/epochal/interfaces/WarmUpOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/WarmUpOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / WarmUpOptions</p><h1 id="interface-warmupoptions" tabindex="-1">Interface: WarmUpOptions <a class="header-anchor" href="#interface-warmupoptions" aria-label="Permalink to &quot;Interface: WarmUpOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-over"></a> <code>over</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many counts the rise takes, in the unit of the schedule.</td></tr><tr><td><a id="property-startfactor"></a> <code>startFactor?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Where it starts, as a part of the schedule&#39;s first factor; default <code>1 / (over + 1)</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/WarmUpOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WarmUpOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WarmUpOptions as default
};
