import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: iris","description":"","frontmatter":{},"headers":[],"relativePath":"api/epochal/data/variables/iris.md","filePath":"api/epochal/data/variables/iris.md"}');
const _sfc_main = { name: "api/epochal/data/variables/iris.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/data</a> / iris</p><h1 id="variable-iris" tabindex="-1">Variable: iris <a class="header-anchor" href="#variable-iris" aria-label="Permalink to &quot;Variable: iris&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> iris</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> BundledSet</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>150 irises of three species: inputs <code>[150, 4]</code>, lengths and widths of sepals and petals in cm; targets int32 <code>[150]</code>: setosa, versicolor, virginica. Sorted by species: split or shuffle them.</p><p>Source: R. A. Fisher, &quot;The use of multiple measurements in taxonomic problems&quot;, 1936. The table of the paper; widespread copies of it have two wrong rows. Public domain.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/data/variables/iris.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const iris = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  iris as default
};
