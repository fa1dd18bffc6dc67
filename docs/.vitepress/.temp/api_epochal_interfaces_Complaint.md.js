import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Complaint","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/Complaint.md","filePath":"api/epochal/interfaces/Complaint.md"}');
const _sfc_main = { name: "api/epochal/interfaces/Complaint.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / Complaint</p><h1 id="interface-complaint" tabindex="-1">Interface: Complaint <a class="header-anchor" href="#interface-complaint" aria-label="Permalink to &quot;Interface: Complaint&quot;">​</a></h1><p>One family of errors. Each says where it happened, what was expected, what was received and what to do about it, and is thrown before anything has changed.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-advice"></a> <code>advice?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/AdviceParts.html"><code>AdviceParts</code></a></td><td>The remedy as data, for callers with words of their own; left out where the sentence is anybody&#39;s.</td></tr><tr><td><a id="property-expected"></a> <code>expected</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-problem"></a> <code>problem?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What is wrong in a few words, where expected and received do not say it alone.</td></tr><tr><td><a id="property-received"></a> <code>received</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-remedy"></a> <code>remedy</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What the caller can do.</td></tr><tr><td><a id="property-where"></a> <code>where</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The function or option the caller used, e.g. <code>matmul</code> or <code>Trainer.batchSize</code>; or the file.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/Complaint.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Complaint = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Complaint as default
};
