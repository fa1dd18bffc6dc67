import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GradcheckResult","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/testing/interfaces/GradcheckResult.md","filePath":"api/epochal/testing/interfaces/GradcheckResult.md"}');
const _sfc_main = { name: "api/epochal/testing/interfaces/GradcheckResult.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/testing</a> / GradcheckResult</p><h1 id="interface-gradcheckresult" tabindex="-1">Interface: GradcheckResult <a class="header-anchor" href="#interface-gradcheckresult" aria-label="Permalink to &quot;Interface: GradcheckResult&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-compared"></a> <code>compared</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many derivatives were compared.</td></tr><tr><td><a id="property-disagreement"></a> <code>disagreement</code></td><td><code>readonly</code></td><td><a href="./Disagreement.html"><code>Disagreement</code></a> | <code>undefined</code></td><td>-</td></tr><tr><td><a id="property-message"></a> <code>message</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What was found, for people.</td></tr><tr><td><a id="property-passed"></a> <code>passed</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/testing/interfaces/GradcheckResult.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GradcheckResult = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GradcheckResult as default
};
