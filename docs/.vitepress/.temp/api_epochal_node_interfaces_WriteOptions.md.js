import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WriteOptions","description":"","frontmatter":{},"headers":[{"level":2,"title":"Properties","slug":"properties","link":"#properties","children":[]}],"relativePath":"api/epochal/node/interfaces/WriteOptions.md","filePath":"api/epochal/node/interfaces/WriteOptions.md"}');
const _sfc_main = { name: "api/epochal/node/interfaces/WriteOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">epochal</a> / <a href="./../">epochal/node</a> / WriteOptions</p><h1 id="interface-writeoptions" tabindex="-1">Interface: WriteOptions <a class="header-anchor" href="#interface-writeoptions" aria-label="Permalink to &quot;Interface: WriteOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-filesystem"></a> <code>fileSystem?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/FileSystem.html"><code>FileSystem</code></a></td><td>-</td></tr><tr><td><a id="property-keepprevious"></a> <code>keepPrevious?</code></td><td><code>readonly</code></td><td><code>boolean</code> | ((<code>path</code>) =&gt; <code>boolean</code>)</td><td>Keeps what was there before as the <code>previousGeneration</code>; default false. A function tells whether a file is whole, or throws where that cannot be known: then a damaged one never takes the place of a whole previous generation.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/epochal/node/interfaces/WriteOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WriteOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WriteOptions as default
};
