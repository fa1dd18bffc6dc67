import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Scores","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/Scores.md","filePath":"api/epochal/interfaces/Scores.md"}');
const _sfc_main = { name: "api/epochal/interfaces/Scores.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / Scores</p><h1 id="interface-scores" tabindex="-1">Interface: Scores <a class="header-anchor" href="#interface-scores" aria-label="Permalink to &quot;Interface: Scores&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./ClassScores.html"><code>ClassScores</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-f1"></a> <code>f1</code></td><td><code>readonly</code></td><td><code>number</code></td><td><code>2 TP / (2 TP + FP + FN)</code>, the harmonic mean of both.</td></tr><tr><td><a id="property-precision"></a> <code>precision</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Of the samples predicted to be of the class, the part that is: <code>TP / (TP + FP)</code>.</td></tr><tr><td><a id="property-recall"></a> <code>recall</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Of the samples of the class, the part predicted to be: <code>TP / (TP + FN)</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/Scores.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Scores = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Scores as default
};
