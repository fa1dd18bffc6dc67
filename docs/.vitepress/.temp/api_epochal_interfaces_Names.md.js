import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Names","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/Names.md","filePath":"api/epochal/interfaces/Names.md"}');
const _sfc_main = { name: "api/epochal/interfaces/Names.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / Names</p><h1 id="interface-names" tabindex="-1">Interface: Names <a class="header-anchor" href="#interface-names" aria-label="Permalink to &quot;Interface: Names&quot;">​</a></h1><p>What the classes of targets and the columns of inputs are called.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./Dataset.html"><code>Dataset</code></a></li><li><a href="./../data/interfaces/SampleStream.html"><code>SampleStream</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classnames"></a> <code>classNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Names of the classes, by number.</td></tr><tr><td><a id="property-featurenames"></a> <code>featureNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Names of the columns of the inputs.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/Names.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Names = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Names as default
};
