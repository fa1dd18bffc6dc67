import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WorstSample","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/charts/interfaces/WorstSample.md","filePath":"api/epochal/charts/interfaces/WorstSample.md"}');
const _sfc_main = { name: "api/epochal/charts/interfaces/WorstSample.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/charts</a> / WorstSample</p><h1 id="interface-worstsample" tabindex="-1">Interface: WorstSample <a class="header-anchor" href="#interface-worstsample" aria-label="Permalink to &quot;Interface: WorstSample&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-features"></a> <code>features</code></td><td><code>readonly</code></td><td>readonly (readonly [<code>string</code>, <code>number</code>])[]</td><td>Its features by name, the first ten.</td></tr><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-predicted"></a> <code>predicted</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-row"></a> <code>row</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The number by which it is found: as <code>rows</code> has it.</td></tr><tr><td><a id="property-target"></a> <code>target</code></td><td><code>readonly</code></td><td><code>string</code></td><td>A class by its name, or numbers.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/charts/interfaces/WorstSample.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WorstSample = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WorstSample as default
};
