import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SequentialOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/SequentialOptions.md","filePath":"api/epochal/interfaces/SequentialOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/SequentialOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / SequentialOptions</p><h1 id="interface-sequentialoptions" tabindex="-1">Interface: SequentialOptions <a class="header-anchor" href="#interface-sequentialoptions" aria-label="Permalink to &quot;Interface: SequentialOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dtype"></a> <code>dtype?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Dtype.html"><code>Dtype</code></a></td><td>float32 (default), or float64 for checking mathematics.</td></tr><tr><td><a id="property-inputshape"></a> <code>inputShape</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Shape.html"><code>Shape</code></a></td><td>The shape of one sample: <code>[64]</code>, or <code>[28, 28]</code>.</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Seed.html"><code>Seed</code></a></td><td>Decides the initial weights and the dropout masks; default 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/SequentialOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SequentialOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SequentialOptions as default
};
