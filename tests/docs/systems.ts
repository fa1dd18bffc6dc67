/** What the chapters on other systems export: `const file` in the first of their programs that has one. */
import { execute } from './execute.ts';
import { documents, examplesOf } from './markdown.ts';

/** The chapters, and where the files that they export are kept below fixtures/interop/chapters/. */
export const chapters = [
  { chapter: 'onnx', files: 'to_onnxruntime.onnx' },
  { chapter: 'keras', files: 'to_keras.keras' },
  { chapter: 'tensorflow_js', files: 'to_tfjs' },
  { chapter: 'pytorch', files: 'to_pytorch.pt' },
  { chapter: 'scikit_learn', files: 'to_sklearn.npz' },
] as const;

/** The bytes of the file, under no name, or of several by theirs. */
export async function exportedBy(chapter: string): Promise<[name: string, bytes: Uint8Array][]> {
  const document = documents().find(({ path }) => path === `docs/${chapter}.md`);
  const examples = document === undefined ? [] : examplesOf(document);
  const example = examples.find(({ program }) => /^const file = exportModel/m.test(program));
  if (example === undefined) throw new Error(`docs/${chapter}.md exports no file`);
  const shown =
    'console.log(JSON.stringify(file, (_, value) => ArrayBuffer.isView(value) ? [...value] : value))';
  const printed = await execute(`${example.program}\n${shown};`);
  const last: unknown = JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '');
  const files = Array.isArray(last) ? { '': last } : Object(last);
  return Object.entries<number[]>(files).map(([name, bytes]) => [name, Uint8Array.from(bytes)]);
}
