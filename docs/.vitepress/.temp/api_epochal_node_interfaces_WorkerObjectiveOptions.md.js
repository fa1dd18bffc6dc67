import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WorkerObjectiveOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/node/interfaces/WorkerObjectiveOptions.md","filePath":"api/epochal/node/interfaces/WorkerObjectiveOptions.md"}');
const _sfc_main = { name: "api/epochal/node/interfaces/WorkerObjectiveOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/node</a> / WorkerObjectiveOptions</p><h1 id="interface-workerobjectiveoptions" tabindex="-1">Interface: WorkerObjectiveOptions <a class="header-anchor" href="#interface-workerobjectiveoptions" aria-label="Permalink to &quot;Interface: WorkerObjectiveOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-execargv"></a> <code>execArgv?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Options of Node for the threads, such as <code>[&#39;--import&#39;, &#39;./register.mjs&#39;]</code>; default the process&#39;s.</td></tr><tr><td><a id="property-export"></a> <code>export?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of the function that the module exports; default <code>default</code>.</td></tr><tr><td><a id="property-goal"></a> <code>goal?</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Goal.html"><code>Goal</code></a></td><td>Which way a score is better; default as the search says.</td></tr><tr><td><a id="property-parallel"></a> <code>parallel?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many trials a search runs at once, each in a thread of its own; default one for each core, or for each <code>threads</code> cores where that is given.</td></tr><tr><td><a id="property-threads"></a> <code>threads?</code></td><td><code>readonly</code></td><td><code>ThreadCount</code></td><td>How many threads each trial has at most; default <code>&#39;auto&#39;</code>, its share of the cores. It is never more than that: together they have no more threads than there are cores. More than one needs <code>enableThreads()</code> of <code>epochal/threads</code> in the module.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/node/interfaces/WorkerObjectiveOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WorkerObjectiveOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WorkerObjectiveOptions as default
};
