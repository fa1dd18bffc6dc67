import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: lamb()","description":"","frontmatter":{},"headers":[{"level":2,"title":"Parameters","slug":"parameters","link":"#parameters","children":[]},{"level":2,"title":"Returns","slug":"returns","link":"#returns","children":[]},{"level":2,"title":"Example","slug":"example","link":"#example","children":[]}],"relativePath":"api/epochal/functions/lamb.md","filePath":"api/epochal/functions/lamb.md"}');
const _sfc_main = { name: "api/epochal/functions/lamb.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / lamb</p><h1 id="function-lamb" tabindex="-1">Function: lamb() <a class="header-anchor" href="#function-lamb" aria-label="Permalink to &quot;Function: lamb()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> lamb</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">?</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Optimizer</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>LAMB: Adam whose update is made as long as the parameter, layer by layer, for very large batches. For a parameter p with gradient g, learning rate r (default 0.001), in iteration t, counted from 1:</p><pre><code>m ← β₁ m + (1 - β₁) g
v ← β₂ v + (1 - β₂) g²
d = m/(1 - β₁ᵗ) / (√(v/(1 - β₂ᵗ)) + ε) + weightDecay · p
p ← p - r · ‖p‖/‖d‖ · d
</code></pre><p>Norms are those of one parameter; where one is 0 their ratio counts as 1. Source: You et al., &quot;Large Batch Optimization for Deep Learning: Training BERT in 76 minutes&quot;, 2020, algorithm 2, with φ(x) = x.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>options?</code></td><td><a href="./../interfaces/MomentsOptions.html"><code>MomentsOptions</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/Optimizer.html"><code>Optimizer</code></a></p><h2 id="example" tabindex="-1">Example <a class="header-anchor" href="#example" aria-label="Permalink to &quot;Example&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">lamb</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">({ learningRate: </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.002</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, weightDecay: </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.01</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> })</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/functions/lamb.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const lamb = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  lamb as default
};
