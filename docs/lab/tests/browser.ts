/** The built site in Debian's browsers, served from this machine and asked for as a reader would. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, firefox } from 'playwright-core';
import { type BrowserName, browserPath } from '../../../tests/browser/installed.ts';

const site = fileURLToPath(new URL('../../.vitepress/dist', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

export interface Site {
  readonly browser: Browser;
  readonly origin: string;
  close(): Promise<void>;
}

export async function openSite(name: BrowserName = 'chromium'): Promise<Site> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    try {
      const file = await readFile(join(site, extname(path) === '' ? `${path}.html` : path));
      response.writeHead(200, {
        'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream',
      });
      response.end(file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const browser = await launch(name);
  return {
    browser,
    origin: `http://127.0.0.1:${port}`,
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Firefox as it is released, by WebDriver BiDi: Playwright's other protocol needs a build of its own. */
function launch(name: BrowserName): Promise<Browser> {
  const executablePath = browserPath(name);
  if (name === 'firefox') return firefox.launch({ executablePath, channel: 'moz-firefox' });
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
