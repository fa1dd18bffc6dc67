import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: r2","description":"","frontmatter":{},"headers":[],"relativePath":"api/epochal/variables/r2.md","filePath":"api/epochal/variables/r2.md"}');
const _sfc_main = { name: "api/epochal/variables/r2.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / r2</p><h1 id="variable-r2" tabindex="-1">Variable: r2 <a class="header-anchor" href="#variable-r2" aria-label="Permalink to &quot;Variable: r2&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> r2</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Metric</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>The coefficient of determination: <code>1 - Σ (t - y)² / Σ (t - mean t)²</code>, for several outputs the mean over them. 1 is perfect, 0 no better than the mean of the targets, and there is no lower limit.</p><p>Outputs and targets <code>[samples, ...]</code>, floats of the same shape. Where all targets are equal it is 1 for outputs that are exactly right and 0 otherwise, as in scikit-learn; NaN for fewer than two samples, which have no spread: in a training run that is refused.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/variables/r2.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const r2 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  r2 as default
};
