import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MovingAverageOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/MovingAverageOptions.md","filePath":"api/epochal/interfaces/MovingAverageOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/MovingAverageOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / MovingAverageOptions</p><h1 id="interface-movingaverageoptions" tabindex="-1">Interface: MovingAverageOptions <a class="header-anchor" href="#interface-movingaverageoptions" aria-label="Permalink to &quot;Interface: MovingAverageOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-decay"></a> <code>decay</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How much of the average each iteration keeps, above 0 and below 1, such as 0.999.</td></tr><tr><td><a id="property-model"></a> <code>model</code></td><td><code>readonly</code></td><td><a href="./Model.html"><code>Model</code></a></td><td>The model that is trained.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/MovingAverageOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MovingAverageOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MovingAverageOptions as default
};
