import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ReadNpz","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/ReadNpz.md","filePath":"api/epochal/persistence/interfaces/ReadNpz.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/ReadNpz.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / ReadNpz</p><h1 id="interface-readnpz" tabindex="-1">Interface: ReadNpz <a class="header-anchor" href="#interface-readnpz" aria-label="Permalink to &quot;Interface: ReadNpz&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-arrays"></a> <code>arrays</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/NamedTensors.html"><code>NamedTensors</code></a></td><td>-</td></tr><tr><td><a id="property-skipped"></a> <code>skipped</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;</td><td>Arrays that were not read, and why: texts, objects, records, numbers that no dtype here holds.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/ReadNpz.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReadNpz = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReadNpz as default
};
