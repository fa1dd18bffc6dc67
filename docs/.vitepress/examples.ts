/** A *run* button below each example that a browser can run, told what stands below it in the chapter. */

import ts from 'typescript';
import type { MarkdownRenderer } from 'vitepress';
import { type Example, examplesOf } from '../../tests/docs/markdown.ts';
import type { Program } from '../run/program.ts';

/** What no browser has, and the threads that only a page with isolation headers has. */
const OUTSIDE = /^(node:|vitest$|\.|tsx|epochal\/(node|threads)$)/;

/** Pages that pages.mjs writes: their code is not run by any test. */
const WRITTEN = /^(api|source)\//;

const OPTIONS = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };

const IMPORT = /^(?:import|\}) .*from '(.+)';$/gm;

/** Undefined for what is not run, and for what runs in Node only. */
function programOf({ kind, program }: Example): Program | undefined {
  const imports = [...program.matchAll(IMPORT)].map(([, name]) => name);
  const isInside = kind === 'program' && !imports.some((name) => OUTSIDE.test(name));
  if (!isInside || /\b(process|Buffer)\./.test(program)) return undefined;
  const { outputText } = ts.transpileModule(program, { compilerOptions: OPTIONS });
  return { imports: [...new Set(imports)], code: outputText };
}

export function addRunButtons(md: MarkdownRenderer): void {
  md.core.ruler.push('examples', ({ src, tokens, env }) => {
    if (WRITTEN.test(env.relativePath)) return;
    const examples = examplesOf({ path: env.relativePath, text: src });
    const fences = tokens.filter(({ type, info }) => type === 'fence' && /^ts\b/.test(info));
    for (const [index, fence] of fences.entries()) {
      const { printedBefore, output } = examples[index];
      const program = programOf(examples[index]);
      if (program === undefined) continue;
      fence.meta = { program, expected: printedBefore + (output?.content ?? '') };
    }
  });
  const fence = md.renderer.rules.fence;
  if (fence === undefined) throw new Error('VitePress has no rule for code');
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const html = fence(tokens, index, ...rest);
    const { meta } = tokens[index];
    if (meta?.program === undefined) return html;
    const attribute = (value: string) => `"${md.utils.escapeHtml(value)}"`;
    const { program, expected } = meta;
    return `${html}<RunExample program=${attribute(JSON.stringify(program))} expected=${attribute(expected)} />`;
  };
}
