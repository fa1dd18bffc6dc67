import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RungEndEvent","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/RungEndEvent.md","filePath":"api/epochal/selection/interfaces/RungEndEvent.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/RungEndEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / RungEndEvent</p><h1 id="interface-rungendevent" tabindex="-1">Interface: RungEndEvent <a class="header-anchor" href="#interface-rungendevent" aria-label="Permalink to &quot;Interface: RungEndEvent&quot;">​</a></h1><p>All trials of a rung have ended.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epochs"></a> <code>epochs</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-rung"></a> <code>rung</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Counted from 1.</td></tr><tr><td><a id="property-survivors"></a> <code>survivors</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The trials that continue, the best first; none after the last rung.</td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>readonly</code></td><td><code>&quot;rungEnd&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/RungEndEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RungEndEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RungEndEvent as default
};
