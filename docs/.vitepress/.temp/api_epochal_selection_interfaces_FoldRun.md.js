import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FoldRun","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/FoldRun.md","filePath":"api/epochal/selection/interfaces/FoldRun.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/FoldRun.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / FoldRun</p><h1 id="interface-foldrun" tabindex="-1">Interface: FoldRun <a class="header-anchor" href="#interface-foldrun" aria-label="Permalink to &quot;Interface: FoldRun&quot;">​</a></h1><p>A run that has ended.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-fold"></a> <code>fold</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-history"></a> <code>history</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/HistoryData.html"><code>HistoryData</code></a></td></tr><tr><td><a id="property-repeat"></a> <code>repeat</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-trainsamples"></a> <code>trainSamples</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-validationsamples"></a> <code>validationSamples</code></td><td><code>readonly</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/FoldRun.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FoldRun = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FoldRun as default
};
