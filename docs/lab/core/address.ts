/**
 * The state of a view in the query of its address, so that a link shows what its author saw:
 * `?batchSize=5&at=7&hide=seed&weights=1a2b3c4d`. Only what differs from the beginning is written. An address
 * is anyone's text: what does not fit gets a sentence and counts as not said; nothing throws.
 */
import {
  type Field,
  initialValues,
  readField,
  type Value,
  type Values,
  writeField,
} from './fields.ts';

export interface LabState {
  readonly values: Values;
  /** Where the slider stands: an iteration, counted from 1. */
  readonly at: number;
  /** Names of controls that are not shown: a teacher's choice. */
  readonly hidden: readonly string[];
  /** How the fingerprint of the author's final weights begins. */
  readonly weights: string | undefined;
  /** The view alone, inside another page. */
  readonly embedded: boolean;
}

export interface ReadAddress extends LabState {
  /** One sentence for each thing that was not understood. */
  readonly problems: readonly string[];
}

/** The digits of a fingerprint that an address carries. */
export const SHORT = 12;

const LONGEST = 40;

export function readAddress(fields: readonly Field[], query: string): ReadAddress {
  const values: Record<string, Value> = { ...initialValues(fields) };
  const problems: string[] = [];
  let at = 0;
  let hidden: string[] = [];
  let weights: string | undefined;
  let embedded = false;
  for (const [name, text] of new URLSearchParams(query)) {
    const field = fields.find((one) => one.name === name);
    if (field !== undefined) {
      const read = readField(field, text);
      if ('value' in read) values[name] = read.value;
      else
        problems.push(
          `${read.problem}; the address says ${quoted(text)}. ${writeField(field.initial)} is used.`,
        );
    } else if (name === 'at') {
      if (/^\d{1,9}$/.test(text)) at = Number(text);
      else
        problems.push(
          `The moment has to be an iteration, counted from 1; the address says ${quoted(text)}.`,
        );
    } else if (name === 'hide') {
      const named = text.split(',').filter((one) => one !== '');
      hidden = named.filter((one) => fields.some((known) => known.name === one));
      const unknown = named.filter((one) => !hidden.includes(one));
      if (unknown.length > 0)
        problems.push(`There is no control ${quoted(unknown.join(','))} to hide.`);
    } else if (name === 'weights') {
      if (/^[0-9a-f]{8,64}$/.test(text)) weights = text;
      else
        problems.push(`${quoted(text)} is no fingerprint of weights: 8 to 64 hexadecimal digits.`);
    } else if (name === 'embed') {
      if (text === '1') embedded = true;
      else problems.push(`The view alone is embed=1; the address says ${quoted(text)}.`);
    } else {
      problems.push(`Nothing here is called ${quoted(name)}; it is passed over.`);
    }
  }
  return { values, at, hidden, weights, embedded, problems };
}

/** The query of an address, with its `?`; empty if everything is as at the beginning. */
export function writeAddress(
  fields: readonly Field[],
  { values, at, hidden, weights, embedded }: LabState,
): string {
  const query = new URLSearchParams();
  for (const { name, initial } of fields) {
    if (values[name] !== initial) query.set(name, writeField(values[name]));
  }
  if (at > 0) query.set('at', String(at));
  if (hidden.length > 0) query.set('hide', hidden.join(','));
  if (weights !== undefined) query.set('weights', weights.slice(0, SHORT));
  if (embedded) query.set('embed', '1');
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

function quoted(text: string): string {
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
}

/** The line of HTML that shows an address inside another page. */
export function embedLine(address: string, title: string, height: number): string {
  const [source, name] = [address, title].map(attribute);
  return `<iframe src="${source}" title="${name}" width="100%" height="${height}" style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
