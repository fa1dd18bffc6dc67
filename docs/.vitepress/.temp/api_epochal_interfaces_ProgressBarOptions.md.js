import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ProgressBarOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/ProgressBarOptions.md","filePath":"api/epochal/interfaces/ProgressBarOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/ProgressBarOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / ProgressBarOptions</p><h1 id="interface-progressbaroptions" tabindex="-1">Interface: ProgressBarOptions <a class="header-anchor" href="#interface-progressbaroptions" aria-label="Permalink to &quot;Interface: ProgressBarOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-columns"></a> <code>columns?</code></td><td><code>readonly</code></td><td><code>number</code> | (() =&gt; <code>number</code>)</td><td>The width of the terminal in characters, or what tells it: <code>() =&gt; process.stdout.columns</code>. The live line is kept shorter, for one that wraps cannot be overwritten; default that of the terminal, or 80.</td></tr><tr><td><a id="property-interactive"></a> <code>interactive?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether a line can be overwritten, as in a terminal; otherwise only whole lines are written. Default: whether the terminal can, and false with a <code>write</code> of your own.</td></tr><tr><td><a id="property-now"></a> <code>now?</code></td><td><code>readonly</code></td><td>() =&gt; <code>number</code></td><td>The time in seconds, from anywhere; by default that of the clock.</td></tr><tr><td><a id="property-width"></a> <code>width?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The width of the bar in characters; default 24.</td></tr><tr><td><a id="property-write"></a> <code>write?</code></td><td><code>readonly</code></td><td>(<code>text</code>) =&gt; <code>void</code></td><td>Where text goes; by default to the terminal, in browsers line by line to the console.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/ProgressBarOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ProgressBarOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ProgressBarOptions as default
};
