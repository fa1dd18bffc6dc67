/** `epochal learn`: the lab in the browser, from the installed package. */
import { spawn } from 'node:child_process';
import { naturalNumber } from '../../errors/options.ts';
import { labFolder } from '../learning/lab_files.ts';
import { serveLab } from '../learning/lab_server.ts';
import { EXIT } from '../terminal/io.ts';
import { command } from '../words/command.ts';
import { flag, number, otherwise } from '../words/options.ts';

const LARGEST_PORT = 65_535;
const portRule = {
  ...naturalNumber,
  expected: `a port, a whole number from 0 to ${LARGEST_PORT}`,
  example: '8080',
  accepts: (value: unknown) => naturalNumber.accepts(value) && Number(value) <= LARGEST_PORT,
};

export const learn = command({
  name: 'learn',
  summary: 'the lab in the browser: pages in which a training run can be touched, offline',
  operands: [],
  options: {
    port: otherwise(
      number('PORT', portRule, 'where it is served; by itself a free port is found'),
      0,
    ),
    noOpen: flag('prints the address and opens no browser'),
  },
  examples: [
    { line: 'epochal learn', what: 'opens the lab; Ctrl+C ends it' },
    { line: 'epochal learn --port 8080 --no-open', what: 'at an address of your choice' },
  ],
  details: [
    'Every view of the lab is a real training run, computed in the browser. The pages come from the installed ' +
      'package, to this machine only, and ask no other host for anything.',
  ],
  async run({ values: { port, noOpen }, io }) {
    const { origin, close } = await serveLab(labFolder(), port);
    io.out(`The lab is at ${origin}/\nCtrl+C ends it.\n`);
    const signal = io.interruption();
    if (!noOpen) openBrowser(`${origin}/`);
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    close();
    return EXIT[signal.reason as 'SIGINT' | 'SIGTERM'] ?? EXIT.SIGINT;
  },
});

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['explorer'],
};

/** If it can be; the address was printed. */
function openBrowser(address: string): void {
  const [program, ...words] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...words, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {}); // there is none, as on a server
  child.unref();
}
