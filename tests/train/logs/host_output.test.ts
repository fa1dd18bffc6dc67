/** Where a progress bar writes when nobody says where. */
import { expect, it, vi } from 'vitest';
import { progressBar, Trainer } from '../../../src/index.ts';
import { hostOutput } from '../../../src/train/logs/host_output.ts';
import { options, regression } from '../tasks.ts';

it('is the terminal, as wide as it is now', () => {
  const texts: string[] = [];
  const stdout = { isTTY: true, columns: 90, write: (text: string) => texts.push(text) };
  const output = hostOutput({ process: { stdout }, console });
  output.write('a');
  expect(texts).toEqual(['a']);
  expect(output.interactive).toBe(true);
  stdout.columns = 40;
  expect(output.columns()).toBe(40);
});

it('is a pipe, in which nothing can be overwritten', () => {
  const { interactive, columns } = hostOutput({ process: { stdout: { write() {} } }, console });
  expect([interactive, columns()]).toEqual([false, 80]);
});

it('is the console of a browser, line by line', () => {
  const lines: string[] = [];
  const output = hostOutput({ console: { log: (line: string) => lines.push(line) } });
  output.write('epoch 1');
  expect(lines).toEqual([]);
  output.write(' of 2\nepoch 2');
  output.write(' of 2\n');
  expect(lines).toEqual(['epoch 1 of 2', 'epoch 2 of 2']);
  expect(output.interactive).toBe(false);
});

it('is found by progressBar() without options', async () => {
  let written = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
  try {
    await new Trainer(options()).fit({ train: regression(), callbacks: [progressBar()] });
  } finally {
    write.mockRestore();
  }
  expect(written).toMatch(/epoch 1\/2 .*\n(.*\r)*.*epoch 2\/2 /s);
});
