import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StreamOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/data/interfaces/StreamOptions.md","filePath":"api/epochal/data/interfaces/StreamOptions.md"}');
const _sfc_main = { name: "api/epochal/data/interfaces/StreamOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / StreamOptions</p><h1 id="interface-streamoptions" tabindex="-1">Interface: StreamOptions <a class="header-anchor" href="#interface-streamoptions" aria-label="Permalink to &quot;Interface: StreamOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classnames"></a> <code>classNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Names of the classes, by number, and of the columns, in the order in which they are learned: parts with other numbers or another order are brought into it. Default those of the first part.</td></tr><tr><td><a id="property-featurenames"></a> <code>featureNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>-</td></tr><tr><td><a id="property-open"></a> <code>open</code></td><td><code>readonly</code></td><td>(<code>epoch</code>) =&gt; | <code>AsyncIterable</code>&lt;<a href="./../../interfaces/Dataset.html"><code>Dataset</code></a>, <code>any</code>, <code>any</code>&gt; | <code>Iterable</code>&lt;<a href="./../../interfaces/Dataset.html"><code>Dataset</code></a>, <code>any</code>, <code>any</code>&gt;</td><td>Opens the samples of an epoch (counted from 1), from the first one on: parts of any size, such as <code>fromArrays</code> makes, which are cut into batches. The same samples each time, if a training run is to be repeatable. Left early, it is closed by its <code>return</code>.</td></tr><tr><td><a id="property-samples"></a> <code>samples?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The number of samples of an epoch, where it is known; a stream that has another is refused.</td></tr><tr><td><a id="property-shufflebuffer"></a> <code>shuffleBuffer?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many samples are held back to be drawn from at random (from the seed of the Trainer); default 0, the order of the stream. Neighbours stay near each other unless the buffer is large.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/interfaces/StreamOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StreamOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StreamOptions as default
};
