/** What can be set in a view, as data: what the controls show and what an address may say. */

import { packDrawing, unpackDrawing } from './drawing.ts';

interface Named {
  /** In the address and in the code. */
  readonly name: string;
  readonly label: string;
  /** Asked about a run that is over: nothing is trained anew for it, and the page itself shows the control. */
  readonly afterwards?: boolean;
  /** Its control is the first of a row: those that belong together stand together. */
  readonly beginsRow?: boolean;
}

export interface NumberField extends Named {
  readonly kind: 'number';
  readonly low: number;
  readonly high: number;
  /** Values lie this far apart. */
  readonly spacing: number;
  readonly initial: number;
}

export interface SwitchField extends Named {
  readonly kind: 'switch';
  readonly initial: boolean;
}

export interface ChoiceField extends Named {
  readonly kind: 'choice';
  readonly options: readonly string[];
  readonly initial: string;
}

/** A line drawn by hand through points: `0:10,20:100,100:0`. Both numbers of a point are percentages. */
export interface PointsField extends Named {
  readonly kind: 'points';
  /** How many points there may be; two at least, the first at 0 and the last at 100. */
  readonly most: number;
  readonly initial: string;
}

/** A picture of 8 x 8 pixels, packed as `drawing.ts` says; the page itself shows it. */
export interface DrawingField extends Named {
  readonly kind: 'drawing';
  readonly afterwards: true;
  readonly initial: string;
}

export type Field = NumberField | SwitchField | ChoiceField | PointsField | DrawingField;
export type Value = number | boolean | string;
export type Values = Readonly<Record<string, Value>>;

export function whole(
  name: string,
  label: string,
  initial: number,
  [low, high]: readonly [number, number],
): NumberField {
  return { kind: 'number', name, label, low, high, spacing: 1, initial };
}

export function choice(
  name: string,
  label: string,
  initial: string,
  options: readonly string[],
): ChoiceField {
  return { kind: 'choice', name, label, options, initial };
}

export function initialValues(fields: readonly Field[]): Values {
  return Object.fromEntries(fields.map(({ name, initial }) => [name, initial]));
}

/** A value as a control or an address has it: a text. Either a value that fits, or a sentence. */
export function readField(field: Field, text: string): { value: Value } | { problem: string } {
  switch (field.kind) {
    case 'number': {
      const value = Number(text);
      const { low, high, spacing } = field;
      const isWritten = /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text);
      const isOnGrid = spacing < 1 || Number.isInteger(value / spacing);
      if (isWritten && isOnGrid && value >= low && value <= high) return { value };
      const what = spacing < 1 ? 'a number' : 'a whole number';
      return { problem: `${field.label} has to be ${what} from ${low} to ${high}` };
    }
    case 'switch':
      if (text === 'yes' || text === 'no') return { value: text === 'yes' };
      return { problem: `${field.label} has to be yes or no` };
    case 'choice':
      if (field.options.includes(text)) return { value: text };
      return { problem: `${field.label} has to be one of ${field.options.join(', ')}` };
    case 'drawing': {
      const levels = unpackDrawing(text);
      if (levels !== undefined) return { value: packDrawing(levels) };
      return {
        problem: `${field.label} has to be 64 pixels as a link from this page has them: 0 to 9 and a to g are levels, h to z runs of white`,
      };
    }
    case 'points': {
      const points = pointsOf(text);
      const { length } = points;
      const fits = points.every(
        ([x, y], index) =>
          x <= 100 && y <= 100 && (index === 0 ? x === 0 : x > points[index - 1][0]),
      );
      const isWritten = /^\d{1,3}:\d{1,3}(,\d{1,3}:\d{1,3})+$/.test(text);
      if (isWritten && length <= field.most && fits && points[length - 1][0] === 100) {
        return { value: writePoints(points) };
      }
      return {
        problem: `${field.label} has to be 2 to ${field.most} points such as ${field.initial}: percentages, the first of them rising from 0 to 100`,
      };
    }
  }
}

/** A point of a line drawn by hand. */
export type DrawnPoint = readonly [x: number, y: number];

/** The points of a field of that kind. */
export function pointsOf(text: string): DrawnPoint[] {
  return text.split(',').map((point) => {
    const [x, y] = point.split(':').map(Number);
    return [x, y] as const;
  });
}

export function writePoints(points: readonly DrawnPoint[]): string {
  return points.map(([x, y]) => `${x}:${y}`).join(',');
}

export function writeField(value: Value): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
