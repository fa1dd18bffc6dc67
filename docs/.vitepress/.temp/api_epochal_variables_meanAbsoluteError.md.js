import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: meanAbsoluteError","description":"","frontmatter":{},"headers":[{"level":2,"title":"Throws","slug":"throws","link":"#throws","children":[]},{"level":2,"title":"Example","slug":"example","link":"#example","children":[]}],"relativePath":"api/epochal/variables/meanAbsoluteError.md","filePath":"api/epochal/variables/meanAbsoluteError.md"}');
const _sfc_main = { name: "api/epochal/variables/meanAbsoluteError.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / meanAbsoluteError</p><h1 id="variable-meanabsoluteerror" tabindex="-1">Variable: meanAbsoluteError <a class="header-anchor" href="#variable-meanabsoluteerror" aria-label="Permalink to &quot;Variable: meanAbsoluteError&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> meanAbsoluteError</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> LossAndMetric</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>The mean of <code>|y - t|</code> over a sample&#39;s outputs; the gradient where they are equal is 0.</p><p>Outputs and targets <code>[samples, ...]</code>, floats of the same shape. As a metric, the mean over all samples in float64.</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>ShapeError, DtypeError when the targets have another shape, or are int32</p><h2 id="example" tabindex="-1">Example <a class="header-anchor" href="#example" aria-label="Permalink to &quot;Example&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">new</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> Trainer</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">({ loss: </span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">meanAbsoluteError</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(), metrics: { mae: meanAbsoluteError }, </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">...</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> })</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/variables/meanAbsoluteError.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const meanAbsoluteError = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  meanAbsoluteError as default
};
