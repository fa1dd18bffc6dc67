import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SpiralsOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/data/interfaces/SpiralsOptions.md","filePath":"api/epochal/data/interfaces/SpiralsOptions.md"}');
const _sfc_main = { name: "api/epochal/data/interfaces/SpiralsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / SpiralsOptions</p><h1 id="interface-spiralsoptions" tabindex="-1">Interface: SpiralsOptions <a class="header-anchor" href="#interface-spiralsoptions" aria-label="Permalink to &quot;Interface: SpiralsOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./GeneratorOptions.html"><code>GeneratorOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-classes"></a> <code>classes?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many arms; default 2.</td><td>-</td></tr><tr><td><a id="property-dtype"></a> <code>dtype?</code></td><td><code>readonly</code></td><td><code>&quot;float64&quot;</code> | <code>&quot;float32&quot;</code></td><td>Default float32.</td><td><a href="./GeneratorOptions.html"><code>GeneratorOptions</code></a>.<a href="./GeneratorOptions.html#property-dtype"><code>dtype</code></a></td></tr><tr><td><a id="property-noise"></a> <code>noise?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The standard deviation of the normal noise; its default is said at each generator.</td><td><a href="./GeneratorOptions.html"><code>GeneratorOptions</code></a>.<a href="./GeneratorOptions.html#property-noise"><code>noise</code></a></td></tr><tr><td><a id="property-samples"></a> <code>samples?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many samples.</td><td><a href="./GeneratorOptions.html"><code>GeneratorOptions</code></a>.<a href="./GeneratorOptions.html#property-samples"><code>samples</code></a></td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Seed.html"><code>Seed</code></a></td><td>Default 0.</td><td><a href="./GeneratorOptions.html"><code>GeneratorOptions</code></a>.<a href="./GeneratorOptions.html#property-seed"><code>seed</code></a></td></tr><tr><td><a id="property-turns"></a> <code>turns?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How often each arm goes around; default 1.</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/interfaces/SpiralsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SpiralsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SpiralsOptions as default
};
