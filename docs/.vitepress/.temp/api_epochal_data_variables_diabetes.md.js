import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: diabetes","description":"","frontmatter":{},"headers":[],"relativePath":"api/epochal/data/variables/diabetes.md","filePath":"api/epochal/data/variables/diabetes.md"}');
const _sfc_main = { name: "api/epochal/data/variables/diabetes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / diabetes</p><h1 id="variable-diabetes" tabindex="-1">Variable: diabetes <a class="header-anchor" href="#variable-diabetes" aria-label="Permalink to &quot;Variable: diabetes&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> diabetes</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> BundledSet</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>442 patients with diabetes: inputs <code>[442, 10]</code>, as measured (age in years, sex as 1 or 2, body mass index, blood pressure, six serum values: standardize them); targets <code>[442, 1]</code>, how far the disease had progressed one year later, 25 to 346.</p><p>Source: B. Efron, T. Hastie, I. Johnstone and R. Tibshirani, &quot;Least Angle Regression&quot;, Annals of Statistics, 2004.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/variables/diabetes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const diabetes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  diabetes as default
};
