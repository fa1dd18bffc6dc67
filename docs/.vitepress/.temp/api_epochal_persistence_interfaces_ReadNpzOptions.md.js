import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ReadNpzOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/ReadNpzOptions.md","filePath":"api/epochal/persistence/interfaces/ReadNpzOptions.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/ReadNpzOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / ReadNpzOptions</p><h1 id="interface-readnpzoptions" tabindex="-1">Interface: ReadNpzOptions <a class="header-anchor" href="#interface-readnpzoptions" aria-label="Permalink to &quot;Interface: ReadNpzOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./ReadTensorOptions.html"><code>ReadTensorOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-file"></a> <code>file?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of the file, for messages.</td><td><a href="./ReadTensorOptions.html"><code>ReadTensorOptions</code></a>.<a href="./ReadTensorOptions.html#property-file"><code>file</code></a></td></tr><tr><td><a id="property-inflate"></a> <code>inflate?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Inflate.html"><code>Inflate</code></a></td><td>For archives of <code>savez_compressed</code>.</td><td>-</td></tr><tr><td><a id="property-inplace"></a> <code>inPlace?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the tensors may lie in the memory of the bytes, where those are aligned and stored as they are held; the bytes may then be changed, and nobody else may use them. Default false: a copy of each.</td><td><a href="./ReadTensorOptions.html"><code>ReadTensorOptions</code></a>.<a href="./ReadTensorOptions.html#property-inplace"><code>inPlace</code></a></td></tr><tr><td><a id="property-maxbytes"></a> <code>maxBytes?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How much memory the arrays that are read may take in the archive together; default 1 GiB.</td><td>-</td></tr><tr><td><a id="property-names"></a> <code>names?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Which arrays to read; all by default.</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/ReadNpzOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReadNpzOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReadNpzOptions as default
};
