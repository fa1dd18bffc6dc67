/** Browsers as Debian has them: found, or installed. Playwright's own builds are not fetched. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The names that a browser may have here; the first one is that of Debian's package. */
const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
} as const;

export type BrowserName = keyof typeof NAMES;

/**
 * Where a browser is. One that is not there is installed by `apt-get`, as root or by `sudo`.
 *
 * @throws Error when it is not there and cannot be installed, with what apt-get said
 */
export function browserPath(name: BrowserName): string {
  const found = findBrowser(name);
  if (found !== undefined) return found;
  const [debian] = NAMES[name];
  console.log(`${debian} is not here: installing it`);
  const said = apt('update') + apt('install', '--yes', '--no-install-recommends', debian);
  const installed = findBrowser(name);
  if (installed !== undefined) return installed;
  throw new Error(
    `None of ${NAMES[name].join(', ')} is on the path, nor could be installed.\n${said}`,
  );
}

/** Where a browser is, if it is there. */
export function findBrowser(name: BrowserName): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES[name]
    .flatMap((file) => folders.map((folder) => join(folder, file)))
    .find((path) => existsSync(path));
}

function apt(...options: string[]): string {
  const command = ['apt-get', '-q', ...options];
  const [file, ...rest] =
    process.getuid?.() === 0 ? command : ['sudo', '--non-interactive', ...command];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr, error } = spawnSync(file, rest, { env, encoding: 'utf8' });
  return status === 0
    ? ''
    : `${command.join(' ')}: ${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}\n`;
}
