import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PlanReport","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/PlanReport.md","filePath":"api/epochal/interfaces/PlanReport.md"}');
const _sfc_main = { name: "api/epochal/interfaces/PlanReport.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / PlanReport</p><h1 id="interface-planreport" tabindex="-1">Interface: PlanReport <a class="header-anchor" href="#interface-planreport" aria-label="Permalink to &quot;Interface: PlanReport&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-addresses"></a> <code>addresses</code></td><td><code>readonly</code></td><td><code>ReadonlyMap</code>&lt;<code>Storage</code>, <code>number</code>&gt;</td><td>Byte address of every storage in memory, for the arena map.</td></tr><tr><td><a id="property-arenabytes"></a> <code>arenaBytes</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Bytes of temporary memory, after sharing, and what they would be without.</td></tr><tr><td><a id="property-codebytes"></a> <code>codeBytes</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-fallbacks"></a> <code>fallbacks</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Names of operations that run their reference, because they have no compiled form.</td></tr><tr><td><a id="property-kernels"></a> <code>kernels</code></td><td><code>readonly</code></td><td>readonly <code>Kernel</code>[]</td><td>-</td></tr><tr><td><a id="property-lifetimes"></a> <code>lifetimes</code></td><td><code>readonly</code></td><td>readonly <code>Lifetime</code>[]</td><td>How long each temporary is needed, in kernels.</td></tr><tr><td><a id="property-module"></a> <code>module</code></td><td><code>readonly</code></td><td><code>ModuleBuilder</code></td><td>-</td></tr><tr><td><a id="property-unsharedbytes"></a> <code>unsharedBytes</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/PlanReport.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PlanReport = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PlanReport as default
};
