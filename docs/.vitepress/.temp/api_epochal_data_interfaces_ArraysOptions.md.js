import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ArraysOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/data/interfaces/ArraysOptions.md","filePath":"api/epochal/data/interfaces/ArraysOptions.md"}');
const _sfc_main = { name: "api/epochal/data/interfaces/ArraysOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / ArraysOptions</p><h1 id="interface-arraysoptions" tabindex="-1">Interface: ArraysOptions <a class="header-anchor" href="#interface-arraysoptions" aria-label="Permalink to &quot;Interface: ArraysOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classes"></a> <code>classes?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many classes there are: then targets are classes, by number. <code>classNames</code> says it, too.</td></tr><tr><td><a id="property-classnames"></a> <code>classNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Names of the classes, by number; without them the names in the targets, sorted.</td></tr><tr><td><a id="property-dtype"></a> <code>dtype?</code></td><td><code>readonly</code></td><td><code>FloatDtype</code></td><td>Default float64 where numbers come as a float64 tensor or Float64Array, otherwise float32.</td></tr><tr><td><a id="property-featurenames"></a> <code>featureNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Names of the columns of the inputs.</td></tr><tr><td><a id="property-inputs"></a> <code>inputs</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Numbers.html"><code>Numbers</code></a></td><td>One entry for each sample; a flat list of numbers is a single column.</td></tr><tr><td><a id="property-sampleweights"></a> <code>sampleWeights?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Numbers.html"><code>Numbers</code></a></td><td>The weight of each sample in the loss: 0 or more, not all 0.</td></tr><tr><td><a id="property-targets"></a> <code>targets</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Targets.html"><code>Targets</code></a></td><td>One entry for each sample: a class or one value or more, see <code>fromArrays</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/interfaces/ArraysOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ArraysOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ArraysOptions as default
};
