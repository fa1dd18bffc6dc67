import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PyTorchOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/PyTorchOptions.md","filePath":"api/epochal/persistence/interfaces/PyTorchOptions.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/PyTorchOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / PyTorchOptions</p><h1 id="interface-pytorchoptions" tabindex="-1">Interface: PyTorchOptions <a class="header-anchor" href="#interface-pytorchoptions" aria-label="Permalink to &quot;Interface: PyTorchOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-modules"></a> <code>modules?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>The names of the modules in PyTorch, in the order of our layers that have parameters, such as <code>[&#39;encoder&#39;, &#39;head&#39;]</code>. Not needed where they are numbered, as those of <code>nn.Sequential</code> are.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/PyTorchOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PyTorchOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PyTorchOptions as default
};
