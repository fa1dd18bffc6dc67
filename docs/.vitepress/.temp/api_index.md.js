import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"epochal","description":"","frontmatter":{},"headers":[{"level":2,"title":"Modules","slug":"modules","link":"#modules","children":[]}],"relativePath":"api/index.md","filePath":"api/index.md"}');
const _sfc_main = { name: "api/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="epochal" tabindex="-1">epochal <a class="header-anchor" href="#epochal" aria-label="Permalink to &quot;epochal&quot;">​</a></h1><h2 id="modules" tabindex="-1">Modules <a class="header-anchor" href="#modules" aria-label="Permalink to &quot;Modules&quot;">​</a></h2><ul><li><a href="./epochal/charts/">epochal/charts</a></li><li><a href="./epochal/data/">epochal/data</a></li><li><a href="./epochal/">epochal</a></li><li><a href="./epochal/interop/">epochal/interop</a></li><li><a href="./epochal/learn/">epochal/learn</a></li><li><a href="./epochal/node/">epochal/node</a></li><li><a href="./epochal/persistence/">epochal/persistence</a></li><li><a href="./epochal/selection/">epochal/selection</a></li><li><a href="./epochal/symbolic/">epochal/symbolic</a></li><li><a href="./epochal/testing/">epochal/testing</a></li><li><a href="./epochal/threads/">epochal/threads</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
