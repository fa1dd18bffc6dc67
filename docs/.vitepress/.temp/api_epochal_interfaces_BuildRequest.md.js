import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: BuildRequest","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/interfaces/BuildRequest.md","filePath":"api/epochal/interfaces/BuildRequest.md"}');
const _sfc_main = { name: "api/epochal/interfaces/BuildRequest.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">epochal</a> / <a href="./../">epochal</a> / BuildRequest</p><h1 id="interface-buildrequest" tabindex="-1">Interface: BuildRequest <a class="header-anchor" href="#interface-buildrequest" aria-label="Permalink to &quot;Interface: BuildRequest&quot;">​</a></h1><p>What a layer is told when it is built.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./DefinedLayerRequest.html"><code>DefinedLayerRequest</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dtype"></a> <code>dtype</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Dtype.html"><code>Dtype</code></a></td><td>-</td></tr><tr><td><a id="property-inputshape"></a> <code>inputShape</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Shape.html"><code>Shape</code></a></td><td>-</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Its name in the network, such as <code>layers.0</code>.</td></tr><tr><td><a id="property-ownsvalues"></a> <code>ownsValues?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether nobody else uses these values, so that parameters may be in their memory.</td></tr><tr><td><a id="property-seed"></a> <code>seed</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Seed.html"><code>Seed</code></a></td><td>-</td></tr><tr><td><a id="property-values"></a> <code>values?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../classes/Tensor.html"><code>Tensor</code></a>&lt;<code>number</code>&gt;&gt;&gt;</td><td>The values to begin with, where they are known; otherwise initializers draw them.</td></tr><tr><td><a id="property-weightinitializer"></a> <code>weightInitializer?</code></td><td><code>readonly</code></td><td><a href="./Initializer.html"><code>Initializer</code></a></td><td>How weights begin before the layer that follows, if it says so.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/interfaces/BuildRequest.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BuildRequest = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BuildRequest as default
};
