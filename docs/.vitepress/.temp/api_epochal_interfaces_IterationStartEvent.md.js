import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: IterationStartEvent","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/IterationStartEvent.md","filePath":"api/epochal/interfaces/IterationStartEvent.md"}');
const _sfc_main = { name: "api/epochal/interfaces/IterationStartEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / IterationStartEvent</p><h1 id="interface-iterationstartevent" tabindex="-1">Interface: IterationStartEvent <a class="header-anchor" href="#interface-iterationstartevent" aria-label="Permalink to &quot;Interface: IterationStartEvent&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>Moment</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-batchsize"></a> <code>batchSize</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td><td>-</td></tr><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td><td><code>Moment.epoch</code></td></tr><tr><td><a id="property-indices"></a> <code>indices</code></td><td><code>readonly</code></td><td><code>Int32Array</code></td><td>The rows of the training set that make up the batch; a copy.</td><td>-</td></tr><tr><td><a id="property-iteration"></a> <code>iteration</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td><td><code>Moment.iteration</code></td></tr><tr><td><a id="property-learningrate"></a> <code>learningRate</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td><td>-</td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>readonly</code></td><td><code>&quot;iterationStart&quot;</code></td><td>-</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/IterationStartEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const IterationStartEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  IterationStartEvent as default
};
