import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ReduceOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/ReduceOptions.md","filePath":"api/epochal/interfaces/ReduceOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/ReduceOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / ReduceOptions</p><h1 id="interface-reduceoptions" tabindex="-1">Interface: ReduceOptions <a class="header-anchor" href="#interface-reduceoptions" aria-label="Permalink to &quot;Interface: ReduceOptions&quot;">​</a></h1><p>Over which axes to reduce (all by default), and whether they stay as axes of size 1.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./VarianceOptions.html"><code>VarianceOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-axis"></a> <code>axis?</code></td><td><code>readonly</code></td><td><code>number</code> | readonly <code>number</code>[]</td></tr><tr><td><a id="property-keepdims"></a> <code>keepDims?</code></td><td><code>readonly</code></td><td><code>boolean</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/ReduceOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReduceOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReduceOptions as default
};
