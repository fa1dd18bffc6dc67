import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: f1","description":"","frontmatter":{},"headers":[],"relativePath":"api/epochal/variables/f1.md","filePath":"api/epochal/variables/f1.md"}');
const _sfc_main = { name: "api/epochal/variables/f1.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / f1</p><h1 id="variable-f1" tabindex="-1">Variable: f1 <a class="header-anchor" href="#variable-f1" aria-label="Permalink to &quot;Variable: f1&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> f1</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> MetricWithOptions</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">AverageOptions</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&gt;;</span></span></code></pre></div><p><code>2 TP / (2 TP + FP + FN)</code> of a class, the harmonic mean of precision and recall, over classes. An average is that of the classes&#39; F1, not the F1 of averages.</p><p>Outputs and targets as in <code>accuracy</code>: of classes that exclude each other, or of several labels.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/variables/f1.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const f1 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  f1 as default
};
