import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"9. What needs a polynomial is no method","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/0009_methods_need_no_polynomial.md","filePath":"decisions/0009_methods_need_no_polynomial.md"}');
const _sfc_main = { name: "decisions/0009_methods_need_no_polynomial.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="9-what-needs-a-polynomial-is-no-method" tabindex="-1">9. What needs a polynomial is no method <a class="header-anchor" href="#9-what-needs-a-polynomial-is-no-method" aria-label="Permalink to &quot;9. What needs a polynomial is no method&quot;">​</a></h1><p><strong>Decided:</strong> a tensor has as methods the operations that are made of exact instructions alone: arithmetic, comparisons, reductions, products, shapes, <code>relu</code>, <code>argmax</code>, <code>backward</code>. What needs an elementary function is a function only: <code>exp(x)</code>, <code>log(x)</code>, <code>pow(x, 3)</code>, <code>sin(x)</code>, <code>erf(x)</code>, <code>tanh(x)</code>, <code>sigmoid(x)</code>, <code>softplus(x)</code>, <code>softmax(x)</code>, <code>logSumExp(x)</code> and their kin.</p><p><strong>Why.</strong> No bundler can leave out a method: anyone who has a tensor might call it. So every program would carry every polynomial with its tables, its float64 form, its gradient rule and the operations that this rule needs. A network with relu uses none of them. Without these methods the tensors of a bundled program shrink from 24 to 17 KB (min + gzip), and those with gradients and compiler from 32 to 24. Programs that use <code>tanh</code> import <code>tanh</code>, and get just that.</p><p>The other way is to install a method where the function is imported. Then <code>x.tanh()</code> would work in every test, where all of the library is loaded, and fail in a bundle. It was not taken.</p><p>For the same reason the library exports no namespace (<code>export * as</code>): bundlers keep everything in one. <code>initializers</code> is an object.</p><p><strong>What it costs.</strong> Two ways of writing: <code>sub(x, 1).square()</code> chains, <code>tanh(x.sub(1))</code> wraps. The compiler says at once which operations are no methods.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/0009_methods_need_no_polynomial.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0009_methods_need_no_polynomial = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0009_methods_need_no_polynomial as default
};
