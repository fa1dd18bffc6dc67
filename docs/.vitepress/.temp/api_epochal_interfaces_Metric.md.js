import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Metric()","description":"","frontmatter":{},"headers":[{"level":2,"title":"Parameters","slug":"parameters","link":"#parameters","children":[]},{"level":2,"title":"Returns","slug":"returns","link":"#returns","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/Metric.md","filePath":"api/epochal/interfaces/Metric.md"}');
const _sfc_main = { name: "api/epochal/interfaces/Metric.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / Metric</p><h1 id="interface-metric" tabindex="-1">Interface: Metric() <a class="header-anchor" href="#interface-metric" aria-label="Permalink to &quot;Interface: Metric()&quot;">​</a></h1><p>A number that says how good outputs are. Metrics see the outputs for a whole set at once, so that nothing is averaged over batches. A function of outputs and targets is one; the library&#39;s own also say beforehand what they cannot measure.</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">Metric</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">   outputs, </span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">   targets, </span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">   context</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">?</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> number;</span></span></code></pre></div><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><code>outputs</code></td><td><a href="./../classes/Tensor.html"><code>Tensor</code></a></td><td><code>[samples, ...]</code>, as the network gives them</td></tr><tr><td><code>targets</code></td><td><a href="./../classes/Tensor.html"><code>Tensor</code></a></td><td>as the dataset has them</td></tr><tr><td><code>context?</code></td><td><a href="./MetricContext.html"><code>MetricContext</code></a></td><td>-</td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>number</code></p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-check"></a> <code>check?</code></td><td><code>readonly</code></td><td>(<code>outputsShape</code>, <code>targets</code>, <code>context?</code>) =&gt; <code>void</code></td><td>Called before a training run, and reads no outputs. <strong>Throws</strong> EpochalError for targets, or a loss, that it does not fit</td></tr><tr><td><a id="property-options"></a> <code>options?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;&gt;</td><td>All options with defaults filled in, by which two metrics of one name are told apart.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/Metric.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Metric = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Metric as default
};
