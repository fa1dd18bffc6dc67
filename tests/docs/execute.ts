/** Runs the examples of the documents on the sources, as their readers run them on the package. */
import { execFile, spawnSync } from 'node:child_process';
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import manifest from '../../package.json' with { type: 'json' };
import { leaveCommonHome } from '../../src/graph/home.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The file of `src/` behind each entry of the package, by the name that users import. */
export const entries: ReadonlyMap<string, string> = new Map(
  Object.keys(manifest.exports)
    .filter((path) => path !== './package.json')
    .map((path) => [`epochal${path.slice(1)}`, `src${path.slice(1)}/index.ts`]),
);

const compilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: false,
};

type Program = (require: (name: string) => unknown, exports: object, console: Console) => unknown;

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
  ...parametersAndBody: string[]
) => Program;

/** Runs a program and gives what it printed. */
export async function execute(program: string): Promise<string> {
  const { outputText } = ts.transpileModule(program, { compilerOptions });
  const modules = new Map<string, unknown>();
  for (const [, name] of program.matchAll(/^(?:import|\}) .*from '(.+)';$/gm)) {
    modules.set(name, await import(/* @vite-ignore */ locate(name)));
  }
  leaveCommonHome(); // as in a program of its own: examples print addresses
  let printed = '';
  const stdout = new Writable({
    write(chunk, _, done) {
      printed += chunk;
      done();
    },
  });
  const run = new AsyncFunction('require', 'exports', 'console', outputText);
  await run((name) => modules.get(name), {}, new Console({ stdout, colorMode: false }));
  // Spaces at the ends of lines cannot be seen, and editors take them away.
  return printed.replaceAll(/[ \t]+$/gm, '');
}

/** Where the module is that an example imports: relative paths go out from docs/. */
function locate(name: string): string {
  const path = entries.get(name);
  if (path !== undefined) return new URL(path, pathToFileURL(root)).href;
  return name.startsWith('.') ? new URL(name, pathToFileURL(`${root}docs/`)).href : name;
}

/** What `npm start` prints, by section. */
export function runDemo(): Map<string, string> {
  const demo = ['--import', 'tsx', 'src/demo/demo.ts'];
  const { stdout, stderr, status } = spawnSync(process.execPath, demo, {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the demonstration failed: ${stderr}`);
  const sections = `\n${stdout}`.matchAll(/\n(.+)\n═+\n([\s\S]*?)(?=\n.+\n═+\n|$)/g);
  return new Map([...sections].map(([, heading, body]) => [heading, body.replaceAll(/ +$/gm, '')]));
}

/** What `npx tsx docs/experiments/NAME.ts` prints. */
export function runExperiment(name: string): Promise<string> {
  const command = ['--import', 'tsx', `docs/experiments/${name}.ts`];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: root }, (error, printed) => {
      if (error === null) resolve(`${printed.replaceAll(/[ \t]+$/gm, '').trimEnd()}\n`);
      else reject(new Error(`the experiment ${name} failed`, { cause: error }));
    });
  });
}

/** What a block `text demo: HEADING, HEADING` has to contain. */
export function demoExcerpt(info: string, demo: ReadonlyMap<string, string>): string {
  const headings = info.replace(/^demo: /, '').split(', ');
  const parts = headings.map((heading) => {
    const body = demo.get(heading);
    if (body === undefined) throw new Error(`the demonstration has no section "${heading}"`);
    return `${heading}\n${'═'.repeat(heading.length)}\n${body.trimEnd()}\n`;
  });
  return parts.join('\n');
}
