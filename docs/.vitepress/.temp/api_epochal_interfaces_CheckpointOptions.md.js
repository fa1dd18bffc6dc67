import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CheckpointOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/CheckpointOptions.md","filePath":"api/epochal/interfaces/CheckpointOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/CheckpointOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / CheckpointOptions</p><h1 id="interface-checkpointoptions" tabindex="-1">Interface: CheckpointOptions <a class="header-anchor" href="#interface-checkpointoptions" aria-label="Permalink to &quot;Interface: CheckpointOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-atend"></a> <code>atEnd?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether also when the training ends, be it stopped or aborted; default true.</td></tr><tr><td><a id="property-every"></a> <code>every?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Every.html"><code>Every</code></a></td><td>How often; default <code>{ epochs: 1 }</code>.</td></tr><tr><td><a id="property-save"></a> <code>save</code></td><td><code>readonly</code></td><td>(<code>state</code>) =&gt; <code>void</code> | <code>Promise</code>&lt;<code>void</code>&gt;</td><td>Puts the training in a safe place, such as a file; a promise is waited for.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/CheckpointOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CheckpointOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CheckpointOptions as default
};
