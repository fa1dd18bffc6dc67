import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TrainingData","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/TrainingData.md","filePath":"api/epochal/interfaces/TrainingData.md"}');
const _sfc_main = { name: "api/epochal/interfaces/TrainingData.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / TrainingData</p><h1 id="interface-trainingdata" tabindex="-1">Interface: TrainingData <a class="header-anchor" href="#interface-trainingdata" aria-label="Permalink to &quot;Interface: TrainingData&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./FitRequest.html"><code>FitRequest</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-train"></a> <code>train</code></td><td><code>readonly</code></td><td>| <a href="./Dataset.html"><code>Dataset</code></a> | <a href="./../data/interfaces/SampleStream.html"><code>SampleStream</code></a></td><td>The training set: in memory, or a stream, which only <code>fit</code> can wait for.</td></tr><tr><td><a id="property-validation"></a> <code>validation?</code></td><td><code>readonly</code></td><td>| <a href="./Dataset.html"><code>Dataset</code></a> | <code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./Dataset.html"><code>Dataset</code></a>&gt;&gt;</td><td>What is measured on while training. Several sets have names, <code>{ clean, noisy }</code>: the first one is that of <code>validation.loss</code>, and each has numbers of its own, such as <code>validation.noisy.loss</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/TrainingData.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TrainingData = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TrainingData as default
};
