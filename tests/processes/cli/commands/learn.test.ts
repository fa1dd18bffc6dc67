/** `epochal learn`: serves the lab of the package to this machine, and nothing else. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { beforeAll, expect, it } from 'vitest';
import { bundleCommand, writeText } from '../../../cli/files.ts';
import { workFolder } from '../../../cli/run.ts';

const { folder, at } = workFolder();

/** A package with the command in it, and the pages of a lab. */
beforeAll(async () => {
  const manifest = {
    name: 'epochal',
    version: '1.0.0',
    exports: { './package.json': './package.json' },
  };
  writeFileSync(at('package.json'), JSON.stringify(manifest));
  await bundleCommand(at('epochal.mjs'));
  for (const path of ['dist/site/lab', 'dist/site/assets'])
    mkdirSync(at(path), { recursive: true });
  writeText(at('dist/site/lab/one_iteration.html'), '<h1>One iteration</h1>');
  writeText(at('dist/site/assets/app.js'), 'export {};');
  writeText(at('dist/secret.html'), 'not a page of the lab');
});

interface Served {
  readonly child: ChildProcess;
  readonly port: number;
  /** By its path as it is written, which `fetch` would tidy up. */
  ask(path: string, host?: string): Promise<{ status: number; type: string; text: string }>;
}

async function serve(...words: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [at('epochal.mjs'), 'learn', '--no-open', ...words]);
  const port = await new Promise<number>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (text) => {
      out += text;
      const [, found] = /http:\/\/127\.0\.0\.1:(\d+)\/\n/.exec(out) ?? [];
      if (found !== undefined) resolve(Number(found));
    });
    child.on('close', () => reject(new Error(`it ended: ${out}`)));
  });
  return {
    child,
    port,
    ask: (path, host = `127.0.0.1:${port}`) =>
      new Promise((resolve, reject) => {
        get({ port, path, headers: { host } }, (response) => {
          let text = '';
          response.on('data', (part) => {
            text += part;
          });
          response.on('end', () => {
            const { statusCode: status = 0, headers } = response;
            resolve({ status, type: headers['content-type'] ?? '', text });
          });
        }).on('error', reject);
      }),
  };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('close', resolve));
}

it('serves pages and scripts, with and without .html, until Ctrl+C', async () => {
  const { child, ask } = await serve();
  const page = { status: 200, type: 'text/html; charset=utf-8', text: '<h1>One iteration</h1>\n' };
  for (const path of ['/', '/lab/one_iteration', '/lab/one_iteration.html?at=3']) {
    expect(await ask(path)).toEqual(page);
  }
  expect(await ask('/assets/app.js')).toMatchObject({ type: 'text/javascript; charset=utf-8' });
  const end = ended(child);
  child.kill('SIGINT');
  expect(await end).toBe(130);
});

it('serves nothing that is not a page of the lab, and no other host', async () => {
  const { child, port, ask } = await serve();
  const outside = ['/../secret.html', '/%2e%2e/secret.html', '/lab/..%2f..%2fsecret.html', '/%zz'];
  for (const path of [...outside, '/epochs', '/lab', '/assets/app.txt']) {
    expect(await ask(path), path).toMatchObject({ status: 404 });
  }
  expect(await ask('/', `example.org:${port}`)).toMatchObject({ status: 404 });
  const end = ended(child);
  child.kill('SIGTERM');
  expect(await end).toBe(143);
});

it('says that a port is taken', async () => {
  const { child, port } = await serve();
  const words = ['learn', '--no-open', '--port', String(port)];
  const { status, stderr } = spawnSync(process.execPath, [at('epochal.mjs'), ...words], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([
    2,
    `epochal: --port: Expected a port that is free; received ${port}, which another program has. Choose another one, or leave it out: then a free one is found.\n`,
  ]);
  const end = ended(child);
  child.kill('SIGTERM');
  await end;
});

it.each([
  ['70000', 'Expected a port, a whole number from 0 to 65535'],
  ['-1', 'Expected a port'],
])('refuses port %s', (port, said) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [at('epochal.mjs'), 'learn', `--port=${port}`],
    { cwd: folder, encoding: 'utf8' },
  );
  expect(status).toBe(2);
  expect(stderr).toContain(said);
});

it('says how the pages are made where they are not', async () => {
  mkdirSync(at('checkout'));
  writeFileSync(
    at('checkout/package.json'),
    JSON.stringify({ name: 'epochal', exports: { './package.json': './package.json' } }),
  );
  await bundleCommand(at('checkout/epochal.mjs'));
  const { status, stderr } = spawnSync(process.execPath, [at('checkout/epochal.mjs'), 'learn'], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('npm run build && npm run site:build && npm run site:pack');
});
