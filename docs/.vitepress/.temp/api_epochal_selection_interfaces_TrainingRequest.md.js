import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TrainingRequest","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/TrainingRequest.md","filePath":"api/epochal/selection/interfaces/TrainingRequest.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/TrainingRequest.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / TrainingRequest</p><h1 id="interface-trainingrequest" tabindex="-1">Interface: TrainingRequest <a class="header-anchor" href="#interface-trainingrequest" aria-label="Permalink to &quot;Interface: TrainingRequest&quot;">​</a></h1><p>What a training run is made for.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-seed"></a> <code>seed</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Seed.html"><code>Seed</code></a></td><td>Another for every run: for the model and for the Trainer.</td></tr><tr><td><a id="property-train"></a> <code>train</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Dataset.html"><code>Dataset</code></a></td><td>What it will learn from, scaled.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/TrainingRequest.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TrainingRequest = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TrainingRequest as default
};
