/** Browsers without a window. They load a page from localhost, which posts its result back. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../browser/installed.ts';
import { FULL } from './shells.mjs';

const CHROMIUM = {
  command: findBrowser('chromium'),
  flags: (profile) => [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--user-data-dir=${profile}`,
  ],
};
const FIREFOX = {
  command: findBrowser('firefox'),
  flags: (profile) => ['--headless', '--no-remote', '--profile', profile],
};

/** A page as any other: without headers it has no shared memory. */
const PAGE = {
  ...FULL,
  asks: 'reference,wasm',
  obstacle: 'there is no SharedArrayBuffer: a page has to be cross-origin isolated',
};

const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** A page that is isolated: its main thread may not wait, and a worker may. */
const ISOLATED = {
  ...PAGE,
  headers: HEADERS,
  obstacle: 'this thread may not wait: train in a worker',
};
const WORKER = { ...FULL, headers: HEADERS, inWorker: true };

/** The least that a policy has to allow for threads, and all of it but the worker from a blob. */
const policyOf = (worker) => ({
  'content-security-policy': `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src ${worker}; connect-src 'self'`,
});
const ALLOWED = { ...WORKER, headers: { ...HEADERS, ...policyOf("'self' blob:") }, asks: 'wasm@2' };
const FORBIDDEN = {
  ...WORKER,
  headers: { ...HEADERS, ...policyOf("'self'") },
  asks: 'wasm',
  obstacle: 'threads may not be started here: see worker-src',
};

/** A policy that allows scripts of the site and no code that they make: no eval, no WebAssembly. */
const STRICT = {
  headers: {
    'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
  },
  asks: 'auto,reference',
  count: 99,
  support: 'compilation is refused',
};

const WAYS = {
  page: PAGE,
  'strict policy': STRICT,
  'isolated page': ISOLATED,
  'isolated worker': WORKER,
  'worker, policy': ALLOWED,
  'worker, no blob': FORBIDDEN,
};

export const browsers = [
  { name: 'Chromium', ...CHROMIUM },
  { name: 'Firefox', ...FIREFOX },
].flatMap(({ name, ...browser }) =>
  Object.entries(WAYS).map(([way, own]) => ({
    ...browser,
    ...own,
    name: `${name}, ${way}`,
    version: ['--version'],
    missing: browser.command === undefined,
  })),
);

const TIMEOUT = 180_000;

/** Opens the page in a browser with an empty profile and waits for what it posts. */
export async function runInBrowser(engine, program) {
  const { name, command, flags, asks, count } = engine;
  const profile = mkdtempSync(join(tmpdir(), 'epochal-browser-'));
  let browser;
  let timer;
  let server;
  try {
    return await new Promise((resolve, reject) => {
      server = createServer(answer(readFileSync(program), engine, resolve));
      server.listen(0, '127.0.0.1', () => {
        const address = `http://localhost:${server.address().port}/?${asks}/${count}`;
        browser = spawn(command, [...flags(profile), address], { stdio: 'ignore', detached: true });
        browser.on('error', reject);
        timer = setTimeout(() => reject(new Error(`no result from ${name}`)), TIMEOUT);
      });
    });
  } finally {
    clearTimeout(timer);
    server?.close();
    server?.closeAllConnections();
    await end(browser);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function answer(program, { headers = {}, inWorker }, resolve) {
  const script = inWorker ? '/start.mjs' : '/program.mjs';
  const html = `<!doctype html><meta charset="utf-8"><script type="module" src="${script}"></script>`;
  const start = `new Worker('/program.mjs' + location.search, { type: 'module' });`;
  return (request, response) => {
    const send = (type, body) => {
      response.writeHead(200, { 'content-type': type, ...headers });
      response.end(body);
    };
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        send('text/plain', '');
        resolve(JSON.parse(body));
      });
    } else if (request.url === '/start.mjs') send('text/javascript', start);
    else if (request.url.startsWith('/program.mjs')) send('text/javascript', program);
    else send('text/html', html);
  };
}

/** Ends a browser with all of its processes. */
function end(browser) {
  if (browser?.pid === undefined || browser.exitCode !== null) return undefined;
  return new Promise((resolve) => {
    browser.on('exit', resolve);
    process.kill(-browser.pid, 'SIGKILL');
  });
}
