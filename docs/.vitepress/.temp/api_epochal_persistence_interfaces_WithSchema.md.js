import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WithSchema","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/persistence/interfaces/WithSchema.md","filePath":"api/epochal/persistence/interfaces/WithSchema.md"}');
const _sfc_main = { name: "api/epochal/persistence/interfaces/WithSchema.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/persistence</a> / WithSchema</p><h1 id="interface-withschema" tabindex="-1">Interface: WithSchema <a class="header-anchor" href="#interface-withschema" aria-label="Permalink to &quot;Interface: WithSchema&quot;">​</a></h1><p>What may know how a CSV file is read, such as a model file.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-schema"></a> <code>schema?</code></td><td><code>readonly</code></td><td><a href="./CsvSchema.html"><code>CsvSchema</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/persistence/interfaces/WithSchema.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WithSchema = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WithSchema as default
};
