import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Direction","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/Direction.md","filePath":"api/epochal/interfaces/Direction.md"}');
const _sfc_main = { name: "api/epochal/interfaces/Direction.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / Direction</p><h1 id="interface-direction" tabindex="-1">Interface: Direction <a class="header-anchor" href="#interface-direction" aria-label="Permalink to &quot;Interface: Direction&quot;">​</a></h1><p>A direction: the parameter goes against it, <code>p ← p - learningRate · (direction + weightDecay · p)</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-direction"></a> <code>direction</code></td><td><code>readonly</code></td><td><a href="./../classes/Tensor.html"><code>Tensor</code></a></td></tr><tr><td><a id="property-state"></a> <code>state</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/OptimizerState.html"><code>OptimizerState</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/Direction.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Direction = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Direction as default
};
