/** A program of a chapter, run in the page: what it prints, written as Node writes it. */
import { formatWithOptions } from 'node-inspect-extracted';

/** Gives the module behind a name that a program imports. */
export type Load = (name: string) => Promise<unknown>;

export interface Program {
  /** The names that it imports. */
  readonly imports: readonly string[];
  /** CommonJS, with `await` wherever it stands. */
  readonly code: string;
}

type Body = (
  require: (name: string) => unknown,
  exports: object,
  console: Pick<Console, 'log'>,
) => Promise<void>;

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
  ...parametersAndBody: string[]
) => Body;

/** @param print is called with each text that is printed, with its end of line */
export async function runProgram(
  { imports, code }: Program,
  load: Load,
  print: (text: string) => void,
): Promise<void> {
  const modules = new Map<string, unknown>();
  for (const name of imports) modules.set(name, await load(name));
  const body = new AsyncFunction('require', 'exports', 'console', code);
  await body(
    (name) => modules.get(name),
    {},
    { log: (...values) => print(`${formatWithOptions({}, ...values)}\n`) },
  );
}
