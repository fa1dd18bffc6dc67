/** Compiles the examples of the documents, each a module of its own. */
import { join } from 'node:path';
import ts from 'typescript';
import { entries, root } from './execute.ts';
import type { Example } from './markdown.ts';

/** As strict as the reader's own compiler may be. */
const STRICT = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };

/**
 * What the compiler has to say about examples: `docs/epochs.md:12, line 3: ...`.
 * @param more options beside these
 */
export function typeErrors(examples: readonly Example[], more: ts.CompilerOptions = {}): string[] {
  // Those that import sources are written in the checkout, by its settings.
  const isInside = ({ program }: Example) => program.includes("from '../src/");
  return [
    ...errorsOf(examples.filter(isInside), {}),
    ...errorsOf(
      examples.filter((example) => !isInside(example)),
      { ...STRICT, ...more },
    ),
  ];
}

function errorsOf(examples: readonly Example[], stricter: ts.CompilerOptions): string[] {
  const sources = new Map(
    examples.map((example, index) => [join(root, 'docs', `example_${index}.ts`), example]),
  );
  const options = { ...compilerOptions(), ...stricter };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.readFile = (path) => sources.get(path)?.program ?? readFile(path);
  host.getSourceFile = (path, languageVersion, ...rest) => {
    const example = sources.get(path);
    if (example === undefined) return getSourceFile(path, languageVersion, ...rest);
    return ts.createSourceFile(path, example.program, languageVersion);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources].flatMap(([path, { place }]) => {
    const file = program.getSourceFile(path);
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ];
    return found.map(({ start = 0, messageText }) => {
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      return `${place}, line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
}

function compilerOptions(): ts.CompilerOptions {
  const path = join(root, 'tsconfig.json');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const paths = [...entries].map(([name, file]): [string, string[]] => [name, [`./${file}`]]);
  return {
    ...options,
    baseUrl: root,
    paths: Object.fromEntries(paths),
    moduleDetection: ts.ModuleDetectionKind.Force,
    noUnusedLocals: false,
  };
}
