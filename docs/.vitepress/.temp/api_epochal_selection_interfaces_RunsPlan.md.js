import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RunsPlan","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]},{"level":2,"title":"Methods","slug":"methods","link":"#methods","children":[{"level":3,"title":"toString()","slug":"tostring","link":"#tostring","children":[{"level":4,"title":"Returns","slug":"returns","link":"#returns","children":[]}]}]}],"relativePath":"api/epochal/selection/interfaces/RunsPlan.md","filePath":"api/epochal/selection/interfaces/RunsPlan.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/RunsPlan.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / RunsPlan</p><h1 id="interface-runsplan" tabindex="-1">Interface: RunsPlan <a class="header-anchor" href="#interface-runsplan" aria-label="Permalink to &quot;Interface: RunsPlan&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epochs"></a> <code>epochs</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Complete epochs, of all runs together.</td></tr><tr><td><a id="property-iterations"></a> <code>iterations</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Updates of all runs together.</td></tr><tr><td><a id="property-runs"></a> <code>runs</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Training runs, each from scratch.</td></tr><tr><td><a id="property-samplesseen"></a> <code>samplesSeen</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Samples used by all runs together, counted each time.</td></tr><tr><td><a id="property-validations"></a> <code>validations</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How often a validation part is measured.</td></tr></tbody></table><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="tostring" tabindex="-1">toString() <a class="header-anchor" href="#tostring" aria-label="Permalink to &quot;toString()&quot;">​</a></h3><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">toString</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(): string;</span></span></code></pre></div><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>string</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/RunsPlan.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RunsPlan = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RunsPlan as default
};
