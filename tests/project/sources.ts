/** Source files as syntax trees, for the tests that hold the project to its own rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folders of other people's code, of what is built, and of recorded numbers. */
const NOT_OURS = new Set([
  '.git',
  'cache',
  'coverage',
  'dist',
  'fixtures',
  'node_modules',
  'results',
]);
/** Pages that the site makes of sources. */
const MADE = new Set(['docs/api', 'docs/source']);

export interface Source {
  /** Path from the folder that was read, with forward slashes: `ops/apply.ts`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

export function source(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** Every file below a folder of the project (`''` for all) whose name matches, as path and text. */
export function readFolder(folder: string, name: RegExp): { path: string; text: string }[] {
  const files: { path: string; text: string }[] = [];
  const visit = (path: string): void => {
    for (const entry of readdirSync(join(root, folder, path), { withFileTypes: true })) {
      const inner = posix.join(path, entry.name);
      const skipped = NOT_OURS.has(entry.name) || MADE.has(posix.join(folder, inner));
      if (entry.isDirectory() && !skipped) visit(inner);
      if (!entry.isFile() || !name.test(entry.name)) continue;
      files.push({ path: inner, text: readFileSync(join(root, folder, inner), 'utf8') });
    }
  };
  visit('');
  return files;
}

/** All of `src/`, but for declarations of what other packages export. */
export function librarySources(): Source[] {
  return readFolder('src', /(?<!\.d)\.ts$/).map(({ path, text }) => source(path, text));
}

/** The first folder of a path, or the file itself where it lies at the top: the layer. */
export function layerOf(path: string): string {
  return path.split('/')[0];
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** `file.ts:12`, to find a violation by. */
export function where(file: Source, node: ts.Node): string {
  const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart());
  return `${file.path}:${line + 1}`;
}

export interface Import {
  readonly from: string;
  /** A path below `src/` for a relative import; the name of a package otherwise. */
  readonly to: string;
  readonly relative: boolean;
  /** Whether the import is gone once types are. */
  readonly typeOnly: boolean;
}

/** Imports and re-exports of every form. */
export function importsOf(file: Source): Import[] {
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly = false): void => {
    if (specifier === undefined) return;
    const name = ts.isStringLiteralLike(specifier) ? specifier.text : specifier.getText();
    const relative = name.startsWith('.');
    const to = relative ? posix.join(posix.dirname(file.path), name) : name;
    imports.push({ from: file.path, to, relative, typeOnly });
  };
  walk(file.tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isExternalModuleReference(node)) add(node.expression);
    else if (ts.isCallExpression(node) && isModuleCall(node)) add(node.arguments[0]);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    }
  });
  return imports;
}

function isModuleCall(node: ts.CallExpression): boolean {
  const { expression } = node;
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require')
  );
}
