import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: BackwardEvent","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/BackwardEvent.md","filePath":"api/epochal/interfaces/BackwardEvent.md"}');
const _sfc_main = { name: "api/epochal/interfaces/BackwardEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / BackwardEvent</p><h1 id="interface-backwardevent" tabindex="-1">Interface: BackwardEvent <a class="header-anchor" href="#interface-backwardevent" aria-label="Permalink to &quot;Interface: BackwardEvent&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>MicroBatch</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td><td><code>MicroBatch.epoch</code></td></tr><tr><td><a id="property-gradients"></a> <code>gradients</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../classes/Tensor.html"><code>Tensor</code></a>&gt;&gt;</td><td>The gradient of every parameter that learns, by its name, so far in this iteration.</td><td>-</td></tr><tr><td><a id="property-iteration"></a> <code>iteration</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td><td><code>MicroBatch.iteration</code></td></tr><tr><td><a id="property-microbatch"></a> <code>microBatch</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Which micro-batch of the iteration, from 1; always 1 without gradient accumulation.</td><td><code>MicroBatch.microBatch</code></td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>readonly</code></td><td><code>&quot;backward&quot;</code></td><td>-</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/BackwardEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BackwardEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BackwardEvent as default
};
