import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: BinaryCrossEntropyOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/BinaryCrossEntropyOptions.md","filePath":"api/epochal/interfaces/BinaryCrossEntropyOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/BinaryCrossEntropyOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / BinaryCrossEntropyOptions</p><h1 id="interface-binarycrossentropyoptions" tabindex="-1">Interface: BinaryCrossEntropyOptions <a class="header-anchor" href="#interface-binarycrossentropyoptions" aria-label="Permalink to &quot;Interface: BinaryCrossEntropyOptions&quot;">​</a></h1><p>Every loss that this library has. A loss of this list is known by its name in model files, too.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classweights"></a> <code>classWeights?</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[] | readonly [<code>number</code>, <code>number</code>]</td><td>The weights of class 0 and class 1, multiplied into their parts of the loss, of every output alike; both 1 by default. <code>[1, w]</code> is PyTorch&#39;s <code>pos_weight: w</code>. The mean still divides by the number of samples.</td></tr><tr><td><a id="property-labelsmoothing"></a> <code>labelSmoothing?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How far each target is moved towards one half, from 0 (default) to below 1: <code>t&#39; = (1 - labelSmoothing) t + labelSmoothing / 2</code>, as with two classes, and as in Keras.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/BinaryCrossEntropyOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BinaryCrossEntropyOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BinaryCrossEntropyOptions as default
};
