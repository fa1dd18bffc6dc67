import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TimelineOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/learn/interfaces/TimelineOptions.md","filePath":"api/epochal/learn/interfaces/TimelineOptions.md"}');
const _sfc_main = { name: "api/epochal/learn/interfaces/TimelineOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/learn</a> / TimelineOptions</p><h1 id="interface-timelineoptions" tabindex="-1">Interface: TimelineOptions <a class="header-anchor" href="#interface-timelineoptions" aria-label="Permalink to &quot;Interface: TimelineOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-every"></a> <code>every?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many iterations lie between two checkpoints at first; default 16. It doubles when memory is short.</td></tr><tr><td><a id="property-memory"></a> <code>memory?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Bytes that checkpoints may take; default 64 MB. Less memory means longer ways to a moment.</td></tr><tr><td><a id="property-train"></a> <code>train</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Dataset.html"><code>Dataset</code></a></td><td>-</td></tr><tr><td><a id="property-training"></a> <code>training</code></td><td><code>readonly</code></td><td>() =&gt; <a href="./../../classes/Trainer.html"><code>Trainer</code></a></td><td>Makes the Trainer, the same each time: model, optimizer and seeds.</td></tr><tr><td><a id="property-validation"></a> <code>validation?</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Dataset.html"><code>Dataset</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/learn/interfaces/TimelineOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TimelineOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TimelineOptions as default
};
