import { checkArgument, type Rule } from '../errors/options.ts';

const pathRule: Rule<never> = {
  expected: 'a path: a string',
  example: "'model.safetensors'",
  accepts: (value) => typeof value === 'string' && value !== '',
};

/** Refuses numbers above all, which Node takes for open files: 0 would wait for the terminal. */
export function checkPath(where: string, path: unknown): void {
  checkArgument(where, path, pathRule);
}
