import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ReadTensorOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/ReadTensorOptions.md","filePath":"api/epochal/persistence/interfaces/ReadTensorOptions.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/ReadTensorOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / ReadTensorOptions</p><h1 id="interface-readtensoroptions" tabindex="-1">Interface: ReadTensorOptions <a class="header-anchor" href="#interface-readtensoroptions" aria-label="Permalink to &quot;Interface: ReadTensorOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./ReadOptions.html"><code>ReadOptions</code></a></li></ul><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./../../interop/interfaces/ImportOptions.html"><code>ImportOptions</code></a></li><li><a href="./ReadNpzOptions.html"><code>ReadNpzOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-file"></a> <code>file?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of the file, for messages.</td><td><a href="./ReadOptions.html"><code>ReadOptions</code></a>.<a href="./ReadOptions.html#property-file"><code>file</code></a></td></tr><tr><td><a id="property-inplace"></a> <code>inPlace?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the tensors may lie in the memory of the bytes, where those are aligned and stored as they are held; the bytes may then be changed, and nobody else may use them. Default false: a copy of each.</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/ReadTensorOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReadTensorOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReadTensorOptions as default
};
