import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"14. Zip archives are read and written by our own code","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0014_our_own_zip.md","filePath":"decisions/0014_our_own_zip.md"}');
const _sfc_main = { name: "decisions/0014_our_own_zip.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="14-zip-archives-are-read-and-written-by-our-own-code" tabindex="-1">14. Zip archives are read and written by our own code <a class="header-anchor" href="#14-zip-archives-are-read-and-written-by-our-own-code" aria-label="Permalink to &quot;14. Zip archives are read and written by our own code&quot;">​</a></h1><p><strong>Decided:</strong> <code>.npz</code> files go through <code>src/formats/zip/</code>, 325 lines, and not through <code>fflate</code>, which would be the package to take: MIT, without dependencies, known everywhere. What undoes deflate is passed in: Node&#39;s zlib by <code>epochal/node</code>, <code>inflateSync</code> of fflate or anything else by programs in a browser.</p><p><strong>Why.</strong> Measured for fflate 0.8.3 and an archive of 100 MB of float32, half of it pixels and half noise (Node 20, the best of three, milliseconds):</p><table tabindex="0"><thead><tr><td></td><th>ours</th><th>fflate</th></tr></thead><tbody><tr><td>min + gzip, reading and writing</td><td>2.9 KB</td><td>6.1 KB</td></tr><tr><td>reading what is stored</td><td>539</td><td>150, without a checksum</td></tr><tr><td>writing it stored</td><td>564</td><td>895</td></tr><tr><td>reading what is deflated</td><td>806 (zlib)</td><td>833, without a checksum</td></tr><tr><td>writing it deflated</td><td>4,957 (zlib)</td><td>7,909</td></tr><tr><td>of 1,187 bytes, stored, one bit of each damaged in turn: not noticed</td><td>68</td><td>1,176</td></tr></tbody></table><p>The 68 are dates, versions and attributes, which nobody reads. fflate compares no CRC-32, so that a damaged file becomes wrong numbers; it takes the last of two entries of one name, believes sizes before there is anything to hold them against, and lets entries share bytes. Anyone who promises that nothing damaged is taken for data would write the directory, the checksum and the limits around it: 2.5 of our 2.9 KB. What remains for the package is deflate itself, and that is where zlib is faster and already there.</p><p><strong>What it costs.</strong> Archives in parts and of the ZIP64 kind (4 GB, 65,535 entries) are refused; safetensors has no such limit. In a browser compressed archives need <code>{ inflate }</code>, and anyone who passes fflate&#39;s pays 2 KB for it, which those who store their arrays do not.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0014_our_own_zip.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0014_our_own_zip = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0014_our_own_zip as default
};
