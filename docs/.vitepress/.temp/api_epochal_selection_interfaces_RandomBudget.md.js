import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RandomBudget<S>","description":"","frontmatter":{},"headers":[{"level":2,"title":"Extended by","slug":"extended-by","link":"#extended-by","children":[]},{"level":2,"title":"Type Parameters","slug":"type-parameters","link":"#type-parameters","children":[]},{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/selection/interfaces/RandomBudget.md","filePath":"api/epochal/selection/interfaces/RandomBudget.md"}');
const _sfc_main = { name: "api/epochal/selection/interfaces/RandomBudget.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/selection</a> / RandomBudget</p><h1 id="interface-randombudgets" tabindex="-1">Interface: RandomBudget&lt;S&gt; <a class="header-anchor" href="#interface-randombudgets" aria-label="Permalink to &quot;Interface: RandomBudget\\&lt;S\\&gt;&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./RandomSearchOptions.html"><code>RandomSearchOptions</code></a></li></ul><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-s"></a> <code>S</code> <em>extends</em> <a href="./../type-aliases/Space.html"><code>Space</code></a></td><td><a href="./../type-aliases/Space.html"><code>Space</code></a></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epochs"></a> <code>epochs</code></td><td><code>readonly</code></td><td><code>number</code></td><td>What each trial is trained for.</td></tr><tr><td><a id="property-space"></a> <code>space</code></td><td><code>readonly</code></td><td><code>S</code></td><td>What to draw, such as <code>{ learningRate: logUniform(1e-4, 1e-1), units: choice(16, 32) }</code>.</td></tr><tr><td><a id="property-trials"></a> <code>trials</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/selection/interfaces/RandomBudget.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RandomBudget = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RandomBudget as default
};
