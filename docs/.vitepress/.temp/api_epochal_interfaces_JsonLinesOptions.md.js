import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: JsonLinesOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/JsonLinesOptions.md","filePath":"api/epochal/interfaces/JsonLinesOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/JsonLinesOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / JsonLinesOptions</p><h1 id="interface-jsonlinesoptions" tabindex="-1">Interface: JsonLinesOptions <a class="header-anchor" href="#interface-jsonlinesoptions" aria-label="Permalink to &quot;Interface: JsonLinesOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./LogOptions.html"><code>LogOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-sync"></a> <code>sync?</code></td><td><code>readonly</code></td><td>() =&gt; <code>void</code></td><td>Called before a checkpoint that counts on what was written: it is to outlast a power cut.</td><td><a href="./LogOptions.html"><code>LogOptions</code></a>.<a href="./LogOptions.html#property-sync"><code>sync</code></a></td></tr><tr><td><a id="property-truncate"></a> <code>truncate?</code></td><td><code>readonly</code></td><td>(<code>bytes</code>) =&gt; <code>unknown</code></td><td>Called when a training run is resumed from a checkpoint, before anything is written: the log is to be cut back to so many bytes (of UTF-8), what it had at the checkpoint. Lines that a run wrote after its last checkpoint come again; without this they are there twice. Where there are fewer bytes, it returns how many are left.</td><td><a href="./LogOptions.html"><code>LogOptions</code></a>.<a href="./LogOptions.html#property-truncate"><code>truncate</code></a></td></tr><tr><td><a id="property-write"></a> <code>write</code></td><td><code>readonly</code></td><td>(<code>text</code>) =&gt; <code>void</code></td><td>Where text goes; called with one whole line at a time, its end included. A line for which it throws is offered again before the next one.</td><td><a href="./LogOptions.html"><code>LogOptions</code></a>.<a href="./LogOptions.html#property-write"><code>write</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/JsonLinesOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const JsonLinesOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  JsonLinesOptions as default
};
