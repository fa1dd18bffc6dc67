import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: radam()","description":"","frontmatter":{},"headers":[{"level":2,"title":"Parameters","slug":"parameters","link":"#parameters","children":[]},{"level":2,"title":"Returns","slug":"returns","link":"#returns","children":[]},{"level":2,"title":"Example","slug":"example","link":"#example","children":[]}],"relativePath":"api/epochal/functions/radam.md","filePath":"api/epochal/functions/radam.md"}');
const _sfc_main = { name: "api/epochal/functions/radam.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / radam</p><h1 id="function-radam" tabindex="-1">Function: radam() <a class="header-anchor" href="#function-radam" aria-label="Permalink to &quot;Function: radam()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> radam</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">?</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Optimizer</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>RAdam: Adam that does not trust the mean square before it has seen enough, a warm-up of its own. For a parameter p with gradient g, learning rate r (default 0.001), in iteration t, counted from 1:</p><pre><code>m ← β₁ m + (1 - β₁) g
v ← β₂ v + (1 - β₂) g²
s = s∞ - 2 t β₂ᵗ / (1 - β₂ᵗ)       s∞ = 2 / (1 - β₂) - 1
where s &gt; 5: c = √((s - 4)(s - 2) s∞ / ((s∞ - 4)(s∞ - 2) s))
             p ← p - r · c · m/(1 - β₁ᵗ) · √(1 - β₂ᵗ) / (√v + ε)
before:      p ← p - r · m/(1 - β₁ᵗ)
</code></pre><p>Source: Liu et al., &quot;On the Variance of the Adaptive Learning Rate and Beyond&quot;, 2020, algorithm 2, which has no ε and changes over at s &gt; 4; both as in PyTorch.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>options?</code></td><td><a href="./../interfaces/MomentsOptions.html"><code>MomentsOptions</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/Optimizer.html"><code>Optimizer</code></a></p><h2 id="example" tabindex="-1">Example <a class="header-anchor" href="#example" aria-label="Permalink to &quot;Example&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">radam</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">({ learningRate: </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1e-3</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> })</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/functions/radam.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const radam = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  radam as default
};
