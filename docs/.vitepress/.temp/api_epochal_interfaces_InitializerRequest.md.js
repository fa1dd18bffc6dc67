import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: InitializerRequest","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/InitializerRequest.md","filePath":"api/epochal/interfaces/InitializerRequest.md"}');
const _sfc_main = { name: "api/epochal/interfaces/InitializerRequest.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / InitializerRequest</p><h1 id="interface-initializerrequest" tabindex="-1">Interface: InitializerRequest <a class="header-anchor" href="#interface-initializerrequest" aria-label="Permalink to &quot;Interface: InitializerRequest&quot;">​</a></h1><p>What an initializer needs to know of the parameter.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dtype"></a> <code>dtype</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Dtype.html"><code>Dtype</code></a></td><td>What the parameter holds.</td></tr><tr><td><a id="property-fanin"></a> <code>fanIn</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many inputs each unit has.</td></tr><tr><td><a id="property-fanout"></a> <code>fanOut</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many outputs each input feeds.</td></tr><tr><td><a id="property-random"></a> <code>random</code></td><td><code>readonly</code></td><td><a href="./UniformRandom.html"><code>UniformRandom</code></a></td><td>The stream of this parameter; <code>normals(random)</code> makes normal numbers of it.</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Shape.html"><code>Shape</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/InitializerRequest.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const InitializerRequest = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  InitializerRequest as default
};
