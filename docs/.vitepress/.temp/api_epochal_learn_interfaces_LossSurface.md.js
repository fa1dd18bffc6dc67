import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LossSurface","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/learn/interfaces/LossSurface.md","filePath":"api/epochal/learn/interfaces/LossSurface.md"}');
const _sfc_main = { name: "api/epochal/learn/interfaces/LossSurface.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/learn</a> / LossSurface</p><h1 id="interface-losssurface" tabindex="-1">Interface: LossSurface <a class="header-anchor" href="#interface-losssurface" aria-label="Permalink to &quot;Interface: LossSurface&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-directions"></a> <code>directions</code></td><td><code>readonly</code></td><td>readonly [<code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../../classes/Tensor.html"><code>Tensor</code></a>&lt;<code>number</code>&gt;&gt;&gt;, <code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../../classes/Tensor.html"><code>Tensor</code></a>&lt;<code>number</code>&gt;&gt;&gt;]</td><td>-</td></tr><tr><td><a id="property-factors"></a> <code>factors</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The factors of either direction, from <code>-range</code> to <code>range</code>.</td></tr><tr><td><a id="property-losses"></a> <code>losses</code></td><td><code>readonly</code></td><td>readonly (readonly <code>number</code>[])[]</td><td><code>losses[i][j]</code>: at <code>factors[i]</code> times the second direction and <code>factors[j]</code> times the first.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/learn/interfaces/LossSurface.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LossSurface = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LossSurface as default
};
