/** What can be set in a view, as data: what the controls show and what an address may say. */

interface Named {
  /** In the address and in the code. */
  readonly name: string;
  readonly label: string;
  /** Asked about a run that is over: nothing is trained anew for it, and the page itself shows the control. */
  readonly afterwards?: boolean;
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

export type Field = NumberField | SwitchField | ChoiceField;
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
  }
}

export function writeField(value: Value): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
