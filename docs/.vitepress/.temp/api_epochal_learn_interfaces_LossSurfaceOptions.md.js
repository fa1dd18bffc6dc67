import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LossSurfaceOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/learn/interfaces/LossSurfaceOptions.md","filePath":"api/epochal/learn/interfaces/LossSurfaceOptions.md"}');
const _sfc_main = { name: "api/epochal/learn/interfaces/LossSurfaceOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/learn</a> / LossSurfaceOptions</p><h1 id="interface-losssurfaceoptions" tabindex="-1">Interface: LossSurfaceOptions <a class="header-anchor" href="#interface-losssurfaceoptions" aria-label="Permalink to &quot;Interface: LossSurfaceOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-directions"></a> <code>directions?</code></td><td><code>readonly</code></td><td>readonly [<code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../../classes/Tensor.html"><code>Tensor</code></a>&lt;<code>number</code>&gt;&gt;&gt;, <code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../../classes/Tensor.html"><code>Tensor</code></a>&lt;<code>number</code>&gt;&gt;&gt;]</td><td>Two changes of parameters, such as the differences between states of a training run; default two random ones in which the change of each unit has the length of its weights (filter normalization: Li et al., &quot;Visualizing the Loss Landscape of Neural Nets&quot;, 2018).</td></tr><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Loss.html"><code>Loss</code></a></td><td>-</td></tr><tr><td><a id="property-model"></a> <code>model</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Model.html"><code>Model</code></a></td><td>-</td></tr><tr><td><a id="property-points"></a> <code>points?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many values along each direction, 1001 at most; default 25. An odd number has the point itself in the middle.</td></tr><tr><td><a id="property-range"></a> <code>range?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How far along each direction, both ways; default 1.</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Seed.html"><code>Seed</code></a></td><td>Of the random directions; default 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/learn/interfaces/LossSurfaceOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LossSurfaceOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LossSurfaceOptions as default
};
