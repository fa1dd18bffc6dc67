import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MatchResult","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/testing/interfaces/MatchResult.md","filePath":"api/epochal/testing/interfaces/MatchResult.md"}');
const _sfc_main = { name: "api/epochal/testing/interfaces/MatchResult.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/testing</a> / MatchResult</p><h1 id="interface-matchresult" tabindex="-1">Interface: MatchResult <a class="header-anchor" href="#interface-matchresult" aria-label="Permalink to &quot;Interface: MatchResult&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-message"></a> <code>message</code></td><td><code>readonly</code></td><td>() =&gt; <code>string</code></td><td>Why it failed; for <code>.not</code>, why it should not have passed.</td></tr><tr><td><a id="property-pass"></a> <code>pass</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/testing/interfaces/MatchResult.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MatchResult = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MatchResult as default
};
