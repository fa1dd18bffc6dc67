import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LinearOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extends","slug":"extends","link":"#extends","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/LinearOptions.md","filePath":"api/epochal/interfaces/LinearOptions.md"}');
const _sfc_main = { name: "api/epochal/interfaces/LinearOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / LinearOptions</p><h1 id="interface-linearoptions" tabindex="-1">Interface: LinearOptions <a class="header-anchor" href="#interface-linearoptions" aria-label="Permalink to &quot;Interface: LinearOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>UnitOption</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-endfactor"></a> <code>endFactor?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Default 0.</td><td>-</td></tr><tr><td><a id="property-over"></a> <code>over?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>After how many counts the end is reached; default the whole training run.</td><td>-</td></tr><tr><td><a id="property-per"></a> <code>per?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Unit.html"><code>Unit</code></a></td><td>Whether iterations or epochs are counted.</td><td><code>UnitOption.per</code></td></tr><tr><td><a id="property-startfactor"></a> <code>startFactor?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Default 1.</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/LinearOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LinearOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LinearOptions as default
};
