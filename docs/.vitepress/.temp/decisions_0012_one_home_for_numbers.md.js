import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"12. One home for numbers","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0012_one_home_for_numbers.md","filePath":"decisions/0012_one_home_for_numbers.md"}');
const _sfc_main = { name: "decisions/0012_one_home_for_numbers.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="12-one-home-for-numbers" tabindex="-1">12. One home for numbers <a class="header-anchor" href="#12-one-home-for-numbers" aria-label="Permalink to &quot;12. One home for numbers&quot;">​</a></h1><p><strong>Decision.</strong> What lives on (parameters, the state of an optimizer, running statistics) has one home: a place in a memory of compiled code, to which the first plan moves it and where it stays. Temporaries belong to anyone who runs. Small models share a memory of up to 64 MB; a larger one has its own. An array that someone outside holds never moves: it is lent.</p><p><strong>Why.</strong> When each compiled function had a memory of its own, the weights of a model changed memory twice at every validation. With one home, plans are made around the numbers: training, validation and prediction read them where they are.</p><p>Engines give out few memories: each reserves gigabytes of addresses, so a hundred-odd of them end a page in some browsers, and a limit of address space ends them sooner. An ensemble or a search makes more models than that.</p><p>Growing happens in one place, before anything is changed. A memory doubles, and takes just what is needed where that is refused; up to 4 GiB, which addresses of 32 bits reach. Where there is none, there is no plan, and the operations run one by one.</p><p><strong>Ownership.</strong> A typed array given to <code>tensor</code>, or the data of an ndarray, is what its owner reads and writes. If the numbers moved away from it, one would show old values or be detached as the memory grows. So compiled code copies lent numbers in and out. <code>parameter</code> copies at once, because what is trained should not pay for that in every phase. <code>toNdarray</code> of a parameter takes it out of its home again, because a view of memory that may grow cannot be given away.</p><p>Space is free when its block has been collected as garbage; nothing has to be disposed of.</p><p><strong>What it costs.</strong> A lent array is copied in each phase. A large model that has been dropped holds its memory until the next collection. Models that share a memory keep it alive together.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0012_one_home_for_numbers.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0012_one_home_for_numbers = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0012_one_home_for_numbers as default
};
