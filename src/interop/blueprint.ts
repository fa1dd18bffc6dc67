/** A network that is put together while a file is read: layers with their values, built at the end. */
import { DataError, EpochalError } from '../errors/errors.ts';
import type { Layer } from '../nn/layer.ts';
import { buildSequential, type Model } from '../nn/sequential.ts';
import type { Dtype } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { ImportFormat, ImportReport } from './imported.ts';
import { readable } from './report_text.ts';

/** A tensor of a layer, and where it comes from. */
export interface Value {
  readonly tensor: Tensor;
  /** Its name there. */
  readonly from: string;
  readonly transposed?: boolean;
}

/** A layer with its values by local name, `weight`, and what it was there. */
export interface Part {
  readonly layer: Layer;
  readonly from: string;
  readonly values?: Readonly<Record<string, Value>>;
  /** The layers inside of a residual, with values of their own. */
  readonly inner?: readonly Part[];
  readonly converted?: string;
  readonly conventions?: readonly string[];
}

/**
 * The model that the parts make, with the report of where they come from. Values are compared with the
 * layers before memory is taken.
 * @throws DataError where values, layers and shapes do not fit together
 */
export function assemble(
  where: string,
  parts: readonly Part[],
  { inputShape, dtype }: { readonly inputShape: Shape; readonly dtype: Dtype },
): { readonly model: Model; readonly report: Omit<ImportReport, 'format' | 'ignored'> } {
  const named = namesOf(parts, '');
  const values = named.flatMap(({ name, part }) =>
    Object.entries(part.values ?? {}).map(([local, value]) => ({
      ours: `${name}.${local}`,
      value,
    })),
  );
  const state = Object.fromEntries(values.map(({ ours, value }) => [ours, value.tensor]));
  const layers = parts.map(({ layer }) => layer);
  const model = asData(where, () => buildSequential({ inputShape, dtype }, layers, state, true));
  return {
    model,
    report: {
      matched: named.map(({ name, part }) => ({
        ours: `${name} (${part.layer.type})`,
        theirs: part.from,
      })),
      renamed: values
        .map(({ ours, value }) => ({ ours, theirs: value.from }))
        .filter(({ ours, theirs }) => ours !== theirs),
      transposed: values.filter(({ value }) => value.transposed).map(({ ours }) => ours),
      converted: named.flatMap(({ part }) => part.converted ?? []),
      conventions: named.flatMap(({ name, part }) =>
        (part.conventions ?? []).map((text) => `${name} (${part.layer.type}): ${text}`),
      ),
    },
  };
}

function namesOf(parts: readonly Part[], prefix: string): { name: string; part: Part }[] {
  return parts.flatMap((part, index) => {
    const name = `${prefix}layers.${index}`;
    return [{ name, part }, ...namesOf(part.inner ?? [], `${name}.`)];
  });
}

/**
 * What a file says is data: where our layers refuse it, that is an error about the file. One that is about
 * the file already stays as it is, with its remedy.
 * @param part what of the file it is, where `where` does not say it
 */
export function asData<T>(where: string, build: () => T, part?: string): T {
  try {
    return build();
  } catch (cause) {
    if (!(cause instanceof EpochalError)) throw cause;
    if (cause instanceof DataError && cause.where.startsWith(where)) throw cause;
    const { problem, expected, received } = cause;
    throw new DataError(
      {
        where: `${where}, ${part === undefined ? '' : `${part}, `}${cause.where}`,
        problem,
        expected,
        received,
        remedy: 'The file contradicts itself, or holds a network that cannot be built here.',
      },
      { cause },
    );
  }
}

/** The same, for what a file holds that this library has nothing for. */
export function notUnderstood(
  where: string,
  received: string,
  expected: string,
  remedy: string,
): DataError {
  return new DataError({
    where,
    problem: 'not everything is understood',
    expected,
    received,
    remedy,
  });
}

/** The report of a file of this format. */
export function reportOf(
  format: ImportFormat,
  report: Omit<ImportReport, 'format' | 'ignored'>,
  more: {
    readonly producer?: string;
    readonly ignored?: readonly string[];
    readonly converted?: readonly string[];
    readonly conventions?: readonly string[];
  } = {},
): ImportReport {
  const { producer, ignored = [], converted = [], conventions = [] } = more;
  return readable({
    format,
    ...(producer !== undefined && producer !== '' && { producer }),
    ...report,
    converted: [...report.converted, ...converted],
    conventions: [...report.conventions, ...conventions],
    ignored,
  });
}
