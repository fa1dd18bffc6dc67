import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ConfusionMatrix","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]},{"level":2,"title":"Methods","slug":"methods","link":"#methods","children":[{"level":3,"title":"toString()","slug":"tostring","link":"#tostring","children":[{"level":4,"title":"Returns","slug":"returns","link":"#returns","children":[]}]}]}],"relativePath":"api/epochal/interfaces/ConfusionMatrix.md","filePath":"api/epochal/interfaces/ConfusionMatrix.md"}');
const _sfc_main = { name: "api/epochal/interfaces/ConfusionMatrix.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / ConfusionMatrix</p><h1 id="interface-confusionmatrix" tabindex="-1">Interface: ConfusionMatrix <a class="header-anchor" href="#interface-confusionmatrix" aria-label="Permalink to &quot;Interface: ConfusionMatrix&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classnames"></a> <code>classNames</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>-</td></tr><tr><td><a id="property-counts"></a> <code>counts</code></td><td><code>readonly</code></td><td>readonly (readonly <code>number</code>[])[]</td><td><code>counts[actual][predicted]</code>: of how many samples of the one class the other was predicted; with weights, their sum.</td></tr></tbody></table><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="tostring" tabindex="-1">toString() <a class="header-anchor" href="#tostring" aria-label="Permalink to &quot;toString()&quot;">​</a></h3><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">toString</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(): string;</span></span></code></pre></div><p>A table: a row for each true class, a column for each predicted one.</p><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>string</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/ConfusionMatrix.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ConfusionMatrix = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ConfusionMatrix as default
};
