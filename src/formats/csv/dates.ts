/** Dates as they are written in tables, with or without a time of day. */

/** What comes first, second and third: year, month, day. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

export const DATE_ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

/** A time of day, with what says its zone: hours, minutes, seconds. The time is taken as it is written. */
const TIME =
  '(?:[T ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(?:Z|UTC|[+-]\\d{2}:?\\d{2})?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}$`);

export interface ReadDate {
  /** Milliseconds since 1970-01-01, without time zones. */
  readonly at: number;
  readonly hasTime: boolean;
}

/** The date that a text is in the order; undefined for other texts, and for days that there are not. */
export function parseDate(text: string, order: DateOrder): ReadDate | undefined {
  const found = (order === 'ymd' ? YEAR_FIRST : YEAR_LAST).exec(text);
  if (found === null) return undefined;
  const [, first, mark, second, third, hours, minutes, seconds] = found;
  // Between points the day stands first, wherever dates are written so.
  if (order === 'mdy' && mark === '.') return undefined;
  const [year, month, day] =
    order === 'ymd'
      ? [first, second, third]
      : order === 'dmy'
        ? [third, second, first]
        : [third, first, second];
  const clock = [hours, minutes, seconds].map((part) => Number(part ?? 0));
  if (clock[0] > 23 || clock[1] > 59 || clock[2] > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) {
    return undefined;
  }
  const at = date.getTime() + 1000 * (clock[2] + 60 * (clock[1] + 60 * clock[0]));
  return { at, hasTime: hours !== undefined };
}

/** `2024-02-29`, or `2024-02-29 13:05:00`. */
export function formatDate(at: number, hasTime: boolean): string {
  const text = new Date(at).toISOString();
  return hasTime ? text.slice(0, 19).replace('T', ' ') : text.slice(0, 10);
}

/** What a date becomes for a network: each part a number. */
export const DATE_PARTS: readonly string[] = ['year', 'month', 'day', 'weekday'];
export const TIME_PARTS: readonly string[] = ['hour'];

/**
 * Year, month (1 to 12), day of the month (1 to 31) and weekday (1 for Monday to 7 for Sunday); with times
 * the hour of the day and its fraction, too.
 */
export function partsOfDate(at: number, hasTime: boolean): readonly number[] {
  const date = new Date(at);
  const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
  const day = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), weekday];
  return hasTime ? [...day, (at % 86_400_000) / 3_600_000] : day;
}
