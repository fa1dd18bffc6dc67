import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: BatchesOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/data/interfaces/BatchesOptions.md","filePath":"api/epochal/data/interfaces/BatchesOptions.md"}');
const _sfc_main = { name: "api/epochal/data/interfaces/BatchesOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / BatchesOptions</p><h1 id="interface-batchesoptions" tabindex="-1">Interface: BatchesOptions <a class="header-anchor" href="#interface-batchesoptions" aria-label="Permalink to &quot;Interface: BatchesOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batchsize"></a> <code>batchSize</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-droplast"></a> <code>dropLast?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether a last batch of fewer samples is left out; default false.</td></tr><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Which epoch; counted from 1 in training.</td></tr><tr><td><a id="property-samples"></a> <code>samples</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The number of samples in the dataset.</td></tr><tr><td><a id="property-sampling"></a> <code>sampling?</code></td><td><code>readonly</code></td><td><a href="./Sampling.html"><code>Sampling</code></a></td><td>Draws the samples of each epoch, in place of every sample once; default none.</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Seed.html"><code>Seed</code></a></td><td>Default 0.</td></tr><tr><td><a id="property-shuffle"></a> <code>shuffle?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the samples are in random order, another in each epoch; default true.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/interfaces/BatchesOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BatchesOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BatchesOptions as default
};
