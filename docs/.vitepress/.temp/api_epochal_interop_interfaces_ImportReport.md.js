import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ImportReport","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interop/interfaces/ImportReport.md","filePath":"api/epochal/interop/interfaces/ImportReport.md"}');
const _sfc_main = { name: "api/epochal/interop/interfaces/ImportReport.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/interop</a> / ImportReport</p><h1 id="interface-importreport" tabindex="-1">Interface: ImportReport <a class="header-anchor" href="#interface-importreport" aria-label="Permalink to &quot;Interface: ImportReport&quot;">​</a></h1><p>What an import did to what the file says, so that nothing happens in silence.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-conventions"></a> <code>conventions</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Numbers that differ from the usual ones of this library, and were carried over.</td></tr><tr><td><a id="property-converted"></a> <code>converted</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>What is computed here in another form than there, with the same results.</td></tr><tr><td><a id="property-format"></a> <code>format</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/ImportFormat.html"><code>ImportFormat</code></a></td><td>-</td></tr><tr><td><a id="property-ignored"></a> <code>ignored</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>What the file holds that has no meaning for predictions, and was left out.</td></tr><tr><td><a id="property-matched"></a> <code>matched</code></td><td><code>readonly</code></td><td>readonly <a href="./Match.html"><code>Match</code></a>[]</td><td>Which of our layers stands for what there: <code>layers.0 (dense)</code> for <code>Gemm &quot;/0/Gemm&quot;</code>.</td></tr><tr><td><a id="property-producer"></a> <code>producer?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What wrote the file, where it says so: <code>pytorch 1.13.0</code>.</td></tr><tr><td><a id="property-renamed"></a> <code>renamed</code></td><td><code>readonly</code></td><td>readonly <a href="./Match.html"><code>Match</code></a>[]</td><td>Tensors that have another name here.</td></tr><tr><td><a id="property-transposed"></a> <code>transposed</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Our tensors that are stored with their axes the other way round there.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interop/interfaces/ImportReport.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ImportReport = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ImportReport as default
};
