import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: rmsprop()","description":"","frontmatter":{},"headers":[{"level":2,"title":"Parameters","slug":"parameters","link":"#parameters","children":[]},{"level":2,"title":"Returns","slug":"returns","link":"#returns","children":[]},{"level":2,"title":"Example","slug":"example","link":"#example","children":[]}],"relativePath":"api/epochal/functions/rmsprop.md","filePath":"api/epochal/functions/rmsprop.md"}');
const _sfc_main = { name: "api/epochal/functions/rmsprop.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / rmsprop</p><h1 id="function-rmsprop" tabindex="-1">Function: rmsprop() <a class="header-anchor" href="#function-rmsprop" aria-label="Permalink to &quot;Function: rmsprop()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> rmsprop</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">?</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Optimizer</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>RMSprop: the gradient, each element divided by the root mean square of its recent values. For a parameter p with gradient g and learning rate r (default 0.01)</p><pre><code>v ← ρ v + (1 - ρ) g²               centered: less the square of the mean of g, kept likewise
u ← momentum · u + g / (√v + ε)
p ← p - r · u
</code></pre><p>Source: Tieleman and Hinton, &quot;Lecture 6.5&quot;, 2012; the centered form from Graves, &quot;Generating Sequences With Recurrent Neural Networks&quot;, 2013. Defaults and the place of ε are PyTorch&#39;s.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>options?</code></td><td><a href="./../interfaces/RmspropOptions.html"><code>RmspropOptions</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/Optimizer.html"><code>Optimizer</code></a></p><h2 id="example" tabindex="-1">Example <a class="header-anchor" href="#example" aria-label="Permalink to &quot;Example&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">rmsprop</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">({ learningRate: </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1e-3</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, momentum: </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.9</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> })</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/functions/rmsprop.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const rmsprop = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  rmsprop as default
};
