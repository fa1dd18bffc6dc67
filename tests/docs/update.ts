/** Writes into the documents what their examples print, and the tour's lines: `npx tsx tests/docs/update.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoExcerpt, execute, root, runDemo, runExperiment } from './execute.ts';
import { blocksOf, type Document, documents, examplesOf } from './markdown.ts';
import { enteredIn, openShell, timeless, written } from './session.ts';
import { TOUR, withTrueCounts } from './tour.ts';

let demo: ReadonlyMap<string, string> | undefined;
const experiments = new Map<string, Promise<string>>();

/** What an experiment prints, run once for all places that show it. */
function printed(name: string): Promise<string> {
  const run = experiments.get(name) ?? runExperiment(name);
  experiments.set(name, run);
  return run;
}

const programs = new Map<string, Promise<string>>();

/** What a program prints. It is run once: a layer cannot be defined twice. */
function printedBy(program: string): Promise<string> {
  const run = programs.get(program) ?? execute(program);
  programs.set(program, run);
  return run;
}

/** The document with the first output that is not true replaced; undefined if there is none. */
async function correct(document: Document): Promise<string | undefined> {
  const { text } = document;
  for (const { place, kind, program, output, printedBefore, block } of examplesOf(document)) {
    if (kind !== 'program') continue;
    const printed = await printedBy(program).catch((cause) => {
      throw new Error(`${place} fails`, { cause });
    });
    const own = printed.slice(printedBefore.length);
    if (own === (output?.content ?? '')) continue;
    process.stdout.write(
      `${place} ${output === undefined ? 'has no output yet' : 'prints something else'}\n`,
    );
    if (output !== undefined) return text.slice(0, output.start) + own + text.slice(output.end);
    const end = block.end + '```\n'.length;
    return `${text.slice(0, end)}\n\`\`\`text\n${own}\`\`\`\n${text.slice(end)}`;
  }
  for (const { info, start, end, content } of blocksOf(document)) {
    const [, kind, what] = /^(demo|experiment): (.+)$/.exec(info) ?? [];
    if (kind === undefined) continue;
    if (kind === 'demo') demo ??= runDemo();
    const excerpt =
      demo !== undefined && kind === 'demo' ? demoExcerpt(info, demo) : await printed(what);
    if (excerpt !== content) return text.slice(0, start) + excerpt + text.slice(end);
  }
  return undefined;
}

/** The text with what the terminal prints now, where it is not true any more. */
async function correctSession(document: Document): Promise<string> {
  const blocks = blocksOf(document).filter(({ language }) => language === 'console');
  if (blocks.length === 0) return document.text;
  const shell = await openShell();
  let text = '';
  let end = 0;
  for (const block of blocks) {
    const entered = enteredIn(block.content).map(({ line, output }) => {
      const printed = shell.run(line);
      return { line, output: timeless(printed) === timeless(output) ? output : printed };
    });
    text += document.text.slice(end, block.start) + written(entered);
    end = block.end;
  }
  shell.close();
  return text + document.text.slice(end);
}

const wanted = process.argv.slice(2);
for (const { path, text } of documents()) {
  if (wanted.length > 0 && !wanted.some((part) => path.includes(part))) continue;
  let current = text;
  for (;;) {
    const corrected = await correct({ path, text: current });
    if (corrected === undefined) break;
    current = corrected;
    writeFileSync(join(root, path), current);
  }
  if (path === TOUR) current = withTrueCounts(current);
  const corrected = await correctSession({ path, text: current });
  if (corrected !== text) writeFileSync(join(root, path), corrected);
}
