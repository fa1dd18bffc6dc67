/** `epochal learn`: the lab in the browser, from the installed package. */
import { spawn } from 'node:child_process';
import { naturalNumber } from '../../errors/options.ts';
import { labFolder } from '../learning/lab_files.ts';
import { serveLab } from '../learning/lab_server.ts';
import { readOwnRun } from '../learning/own_run.ts';
import { EXIT } from '../terminal/io.ts';
import { command } from '../words/command.ts';
import { flag, number, otherwise, path } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';

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
  operands: ['[RUN/]'],
  options: {
    port: otherwise(
      number('PORT', portRule, 'where it is served; by itself a free port is found'),
      0,
    ),
    data: path('FILE.csv', 'where the table of RUN/ is now, if it has been moved'),
    noOpen: flag('prints the address and opens no browser'),
  },
  examples: [
    { line: 'epochal learn', what: 'opens the lab; Ctrl+C ends it' },
    { line: 'epochal learn --port 8080 --no-open', what: 'at an address of your choice' },
    {
      line: 'epochal learn run/',
      what: 'opens the training run that train --checkpoint run/ has kept, at any moment of it',
    },
  ],
  details: [
    'Every view of the lab is a real training run, computed in the browser. The pages come from the installed ' +
      'package, to this machine only, and ask no other host for anything.',
    'With RUN/, a folder that train --checkpoint has written, the time machine opens that training run: it is ' +
      'trained again in the browser, from the table and the options that are kept in RUN/, and compared with ' +
      'the weights there.',
  ],
  async run({ values: { port, data, noOpen }, operands: [folder], io }) {
    checkTogether(folder, data);
    const pages = labFolder();
    const warn = (message: string) => io.err(`epochal: ${message}\n`);
    const own = folder === undefined ? undefined : readOwnRun(folder, data, warn);
    const { origin, close } = await serveLab(pages, port, own);
    const address = `${origin}/${own === undefined ? '' : OWN_PAGE}`;
    io.out(`The lab is at ${address}\nCtrl+C ends it.\n`);
    const signal = io.interruption();
    if (!noOpen) openBrowser(address);
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    close();
    return EXIT[signal.reason as 'SIGINT' | 'SIGTERM'] ?? EXIT.SIGINT;
  },
});

/** The time machine with the run of the folder. */
const OWN_PAGE = 'lab/time_machine?own=yes';

function checkTogether(folder: string | undefined, data: string | undefined): void {
  if (data === undefined || folder !== undefined) return;
  throw new UsageError({
    where: '--data',
    expected: 'the folder of a training run before it: epochal learn RUN/ --data FILE.csv',
    received: 'no folder',
    remedy: 'Name the folder that train --checkpoint has written, or leave --data out.',
  });
}

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
