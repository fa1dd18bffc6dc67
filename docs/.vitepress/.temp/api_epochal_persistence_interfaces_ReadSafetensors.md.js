import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ReadSafetensors","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/ReadSafetensors.md","filePath":"api/epochal/persistence/interfaces/ReadSafetensors.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/ReadSafetensors.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / ReadSafetensors</p><h1 id="interface-readsafetensors" tabindex="-1">Interface: ReadSafetensors <a class="header-anchor" href="#interface-readsafetensors" aria-label="Permalink to &quot;Interface: ReadSafetensors&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./Safetensors.html"><code>Safetensors</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-metadata"></a> <code>metadata</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;</td><td>-</td><td><a href="./Safetensors.html"><code>Safetensors</code></a>.<a href="./Safetensors.html#property-metadata"><code>metadata</code></a></td></tr><tr><td><a id="property-skipped"></a> <code>skipped</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;</td><td>Tensors that were not read, and why: complex numbers, those of 4 and 6 bits, and whole numbers of which one is beyond int32.</td><td>-</td></tr><tr><td><a id="property-storedas"></a> <code>storedAs</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;</td><td>The dtype that each tensor has in the file, such as <code>F32</code>. F16, BF16, F8_E4M3, F8_E5M2 and F8_E8M0 are read as float32, and BOOL, I8, U8, I16, U16, U32, I64 and U64 as int32, all of them exactly.</td><td>-</td></tr><tr><td><a id="property-tensors"></a> <code>tensors</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/NamedTensors.html"><code>NamedTensors</code></a></td><td>-</td><td><a href="./Safetensors.html"><code>Safetensors</code></a>.<a href="./Safetensors.html#property-tensors"><code>tensors</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/ReadSafetensors.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReadSafetensors = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReadSafetensors as default
};
