import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: precision","description":"","frontmatter":{},"headers":[{"level":2,"title":"Example","slug":"example","link":"#example","children":[]}],"relativePath":"api/epochal/variables/precision.md","filePath":"api/epochal/variables/precision.md"}');
const _sfc_main = { name: "api/epochal/variables/precision.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / precision</p><h1 id="variable-precision" tabindex="-1">Variable: precision <a class="header-anchor" href="#variable-precision" aria-label="Permalink to &quot;Variable: precision&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> precision</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> MetricWithOptions</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">AverageOptions</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&gt;;</span></span></code></pre></div><p>Of the samples predicted to be of a class, the part that is, over classes; 0 for a class that is never predicted.</p><p>Outputs and targets as in <code>accuracy</code>: of classes that exclude each other, or of several labels.</p><h2 id="example" tabindex="-1">Example <a class="header-anchor" href="#example" aria-label="Permalink to &quot;Example&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">new</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> Trainer</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">({ metrics: { precision, recall, f1: </span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">f1</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">({ average: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;weighted&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> }) }, </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">...</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> })</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/variables/precision.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const precision = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  precision as default
};
