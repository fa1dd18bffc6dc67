/**
 * Writes the pages of the site that no one wrote: the API reference from the docstrings (`api/`), and the
 * programs that the chapters speak of (`source/`). Git ignores both.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application } from 'typedoc';

const docs = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(docs, '../package.json'), 'utf8'));

writePrograms();
await writeReference();

function writePrograms() {
  rmSync(join(docs, 'source'), { recursive: true, force: true });
  const experiments = readdirSync(join(docs, 'experiments')).map((name) => `experiments/${name}`);
  for (const program of ['epoch.ts', ...experiments]) {
    const page = join(docs, 'source', program.replace(/\.ts$/, '.md'));
    mkdirSync(dirname(page), { recursive: true });
    const text = readFileSync(join(docs, program), 'utf8');
    writeFileSync(page, `# ${program}\n\n\`\`\`ts\n${text}\`\`\`\n`);
  }
}

/** One page for everything that an entry of the package exports. */
async function writeReference() {
  process.chdir(docs);
  const folders = Object.keys(manifest.exports)
    .filter((entry) => entry !== './package.json')
    .map((entry) => `../src${entry.slice(1)}/index.ts`);
  const application = await Application.bootstrapWithPlugins({ entryPoints: folders });
  const project = await application.convert();
  if (project === undefined) throw new Error('TypeDoc could not read the sources');
  for (const entry of project.children) {
    entry.name = entry.name === 'index' ? 'epochal' : `epochal/${entry.name}`;
  }
  await application.generateOutputs(project);
}
