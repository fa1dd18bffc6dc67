import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"epochal/testing","description":"","frontmatter":{},"headers":[{"level":2,"title":"Interfaces","slug":"interfaces","link":"#interfaces","children":[]},{"level":2,"title":"Variables","slug":"variables","link":"#variables","children":[]},{"level":2,"title":"Functions","slug":"functions","link":"#functions","children":[]},{"level":2,"title":"References","slug":"references","link":"#references","children":[{"level":3,"title":"Tensor","slug":"tensor","link":"#tensor","children":[]}]}],"relativePath":"api/epochal/testing/index.md","filePath":"api/epochal/testing/index.md"}');
const _sfc_main = { name: "api/epochal/testing/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / epochal/testing</p><h1 id="epochaltesting" tabindex="-1">epochal/testing <a class="header-anchor" href="#epochaltesting" aria-label="Permalink to &quot;epochal/testing&quot;">​</a></h1><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/Closeness.html">Closeness</a></li><li><a href="./interfaces/Disagreement.html">Disagreement</a></li><li><a href="./interfaces/GradcheckOptions.html">GradcheckOptions</a></li><li><a href="./interfaces/GradcheckResult.html">GradcheckResult</a></li><li><a href="./interfaces/MatchResult.html">MatchResult</a></li><li><a href="./interfaces/TensorMatchers.html">TensorMatchers</a></li><li><a href="./interfaces/UniformOptions.html">UniformOptions</a></li></ul><h2 id="variables" tabindex="-1">Variables <a class="header-anchor" href="#variables" aria-label="Permalink to &quot;Variables&quot;">​</a></h2><ul><li><a href="./variables/matchers.html">matchers</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/assertFrozen.html">assertFrozen</a></li><li><a href="./functions/gradcheck.html">gradcheck</a></li><li><a href="./functions/uniform.html">uniform</a></li></ul><h2 id="references" tabindex="-1">References <a class="header-anchor" href="#references" aria-label="Permalink to &quot;References&quot;">​</a></h2><h3 id="tensor" tabindex="-1">Tensor <a class="header-anchor" href="#tensor" aria-label="Permalink to &quot;Tensor&quot;">​</a></h3><p>Re-exports <a href="./../classes/Tensor.html">Tensor</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/testing/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
