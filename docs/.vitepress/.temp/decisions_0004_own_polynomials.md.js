import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"4. Our own polynomials","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0004_own_polynomials.md","filePath":"decisions/0004_own_polynomials.md"}');
const _sfc_main = { name: "decisions/0004_own_polynomials.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="4-our-own-polynomials" tabindex="-1">4. Our own polynomials <a class="header-anchor" href="#4-our-own-polynomials" aria-label="Permalink to &quot;4. Our own polynomials&quot;">​</a></h1><p><strong>Decision.</strong> <code>exp</code>, <code>log</code>, <code>log1p</code>, <code>expm1</code>, <code>tanh</code>, <code>sigmoid</code>, <code>softplus</code>, <code>erf</code>, <code>sin</code>, <code>cos</code> and <code>pow</code> are written here, once each, from exact operations (<code>src/numerics/functions/</code>).</p><p><strong>Why.</strong> The language leaves the precision of <code>Math.exp</code> and its kin to engines, and engines differ. With them no training is the same everywhere. WebAssembly has no such instructions at all: the fast path needs code of its own in any case, and then the reference must use the same.</p><p>Each is a range reduction and a polynomial, over lanes. Interpreted on numbers it is the reference, interpreted as instructions it is the SIMD loop. The goal for float32 is an error of at most two units in the last place over the whole range, subnormal numbers and infinities included; tests measure it against double precision.</p><p><strong>What it costs.</strong> On numbers, a formula over lanes is slower than a call of <code>Math.exp</code>. Coefficients had to be found, and their derivation is part of what a reader may ask about; each file says which interval its polynomial is for.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0004_own_polynomials.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0004_own_polynomials = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0004_own_polynomials as default
};
