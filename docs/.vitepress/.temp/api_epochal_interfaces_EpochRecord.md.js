import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: EpochRecord","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/EpochRecord.md","filePath":"api/epochal/interfaces/EpochRecord.md"}');
const _sfc_main = { name: "api/epochal/interfaces/EpochRecord.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / EpochRecord</p><h1 id="interface-epochrecord" tabindex="-1">Interface: EpochRecord <a class="header-anchor" href="#interface-epochrecord" aria-label="Permalink to &quot;Interface: EpochRecord&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./EpochEndEvent.html"><code>EpochEndEvent</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Counted from 1.</td></tr><tr><td><a id="property-gradientnorm"></a> <code>gradientNorm</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The mean over the iterations of the norm of all gradients together.</td></tr><tr><td><a id="property-iteration"></a> <code>iteration</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Iterations completed at its end, over the whole training run.</td></tr><tr><td><a id="property-learningrate"></a> <code>learningRate</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Of the last iteration.</td></tr><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The mean over the samples of the epoch, each measured when its batch came, while weights changed.</td></tr><tr><td><a id="property-samplesseen"></a> <code>samplesSeen</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Samples used so far.</td></tr><tr><td><a id="property-seconds"></a> <code>seconds</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Seconds from the start of the epoch, or of the run that continued with it, validation included.</td></tr><tr><td><a id="property-validation"></a> <code>validation?</code></td><td><code>readonly</code></td><td><a href="./ValidationRecord.html"><code>ValidationRecord</code></a></td><td>The last validation within the epoch.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/EpochRecord.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EpochRecord = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EpochRecord as default
};
