import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GeneratorOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/data/interfaces/GeneratorOptions.md","filePath":"api/epochal/data/interfaces/GeneratorOptions.md"}');
const _sfc_main = { name: "api/epochal/data/interfaces/GeneratorOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / GeneratorOptions</p><h1 id="interface-generatoroptions" tabindex="-1">Interface: GeneratorOptions <a class="header-anchor" href="#interface-generatoroptions" aria-label="Permalink to &quot;Interface: GeneratorOptions&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./BlobsOptions.html"><code>BlobsOptions</code></a></li><li><a href="./CirclesOptions.html"><code>CirclesOptions</code></a></li><li><a href="./LinearRegressionOptions.html"><code>LinearRegressionOptions</code></a></li><li><a href="./SpiralsOptions.html"><code>SpiralsOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dtype"></a> <code>dtype?</code></td><td><code>readonly</code></td><td><code>&quot;float64&quot;</code> | <code>&quot;float32&quot;</code></td><td>Default float32.</td></tr><tr><td><a id="property-noise"></a> <code>noise?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The standard deviation of the normal noise; its default is said at each generator.</td></tr><tr><td><a id="property-samples"></a> <code>samples?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many samples.</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Seed.html"><code>Seed</code></a></td><td>Default 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/interfaces/GeneratorOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GeneratorOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GeneratorOptions as default
};
