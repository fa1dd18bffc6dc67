/** Browsers without a window. They load a page from localhost, which posts its result back. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../browser/installed.ts';

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

const FULL = { asks: 'reference,wasm', count: 99, support: 'available' };

/** A policy that allows scripts of the site and no code that they make: no eval, no WebAssembly. */
const STRICT = {
  policy: "default-src 'none'; script-src 'self'; connect-src 'self'",
  asks: 'auto,reference',
  count: 99,
  support: 'compilation is refused',
};

export const browsers = [
  { name: 'Chromium', ...CHROMIUM, ...FULL },
  { name: 'Chromium, strict policy', ...CHROMIUM, ...STRICT },
  { name: 'Firefox', ...FIREFOX, ...FULL },
  { name: 'Firefox, strict policy', ...FIREFOX, ...STRICT },
].map((engine) => ({ ...engine, version: ['--version'], missing: engine.command === undefined }));

const TIMEOUT = 180_000;

/** Opens the page in a browser with an empty profile and waits for what it posts. */
export async function runInBrowser({ name, command, flags, policy, asks, count }, program) {
  const profile = mkdtempSync(join(tmpdir(), 'epochal-browser-'));
  let browser;
  let timer;
  let server;
  try {
    return await new Promise((resolve, reject) => {
      server = createServer(answer(readFileSync(program), policy, resolve));
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

function answer(program, policy, resolve) {
  const headers = policy === undefined ? {} : { 'content-security-policy': policy };
  const html =
    '<!doctype html><meta charset="utf-8"><script type="module" src="/program.mjs"></script>';
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
    } else if (request.url === '/program.mjs') send('text/javascript', program);
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
