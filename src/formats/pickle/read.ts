/**
 * Pickles of Python, read without running anything: a pickle is a program for a small machine with a
 * stack, and here that machine knows values only. Names of Python (`torch._utils _rebuild_tensor_v2`)
 * mean what an allow-list says, and every other name is refused.
 * Source: https://docs.python.org/3/library/pickletools.html
 */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { PickleBytes } from './bytes.ts';

/** What a name of Python means: a value made of what it is called with. Nothing of the file runs. */
export type Meaning = (args: readonly unknown[]) => unknown;

export interface PickleOptions {
  /** By `module name`, with a space between. */
  readonly names: ReadonlyMap<string, Meaning>;
  /** What an object outside of the pickle is. */
  readonly persistent: (id: unknown) => unknown;
}

/** Dictionaries of Python, by text; others than texts are no keys here. */
export type PickledMap = Map<string, unknown>;

/** A name that may be called. */
export class PickledName {
  readonly text: string;
  readonly meaning: Meaning;

  constructor(text: string, meaning: Meaning) {
    this.text = text;
    this.meaning = meaning;
  }
}

const MARK = Symbol('mark');
/** No file is deeper, and values are looked at recursively by none. */
const MAX_STACK = 2 ** 20;

/** @throws DataError for names that are not allowed, operations that are not known, and damage */
export function readPickle(where: string, bytes: Uint8Array, options: PickleOptions): unknown {
  return new Machine(where, bytes, options).run();
}

class Machine {
  readonly #where: string;
  readonly #bytes: PickleBytes;
  readonly #options: PickleOptions;
  readonly #stack: unknown[] = [];
  readonly #memo = new Map<number, unknown>();

  constructor(where: string, bytes: Uint8Array, options: PickleOptions) {
    this.#where = where;
    this.#bytes = new PickleBytes(where, bytes);
    this.#options = options;
  }

  run(): unknown {
    for (;;) {
      const code = this.#bytes.take(1)[0];
      if (code === 0x2e) return this.#pop();
      this.#execute(code);
      if (this.#stack.length > MAX_STACK)
        throw this.#bytes.damaged('a shallow pickle', 'a deep one');
    }
  }

  #execute(code: number): void {
    switch (String.fromCharCode(code)) {
      case '\x80': // PROTO
        this.#bytes.take(1);
        return;
      case '\x95': // FRAME
        this.#bytes.take(8);
        return;
      case '(':
        this.#push(MARK);
        return;
      case '0':
        this.#pop();
        return;
      case 'N':
        this.#push(null);
        return;
      case '\x88':
        this.#push(true);
        return;
      case '\x89':
        this.#push(false);
        return;
      case 'K':
        this.#push(this.#bytes.take(1)[0]);
        return;
      case 'M':
        this.#push(this.#bytes.number(2));
        return;
      case 'J':
        this.#push(this.#bytes.number(4) | 0);
        return;
      case '\x8a':
        this.#push(this.#bytes.long(this.#bytes.number(1)));
        return;
      case 'G':
        this.#push(this.#bytes.float());
        return;
      case 'X':
        this.#push(this.#bytes.text(this.#bytes.number(4)));
        return;
      case '\x8c':
        this.#push(this.#bytes.text(this.#bytes.number(1)));
        return;
      case 'U':
        this.#push(this.#bytes.text(this.#bytes.number(1)));
        return;
      case ')':
        this.#push([]);
        return;
      case ']':
        this.#push([]);
        return;
      case '}':
        this.#push(new Map());
        return;
      case 't':
        this.#push(this.#sinceMark());
        return;
      case 'l':
        this.#push(this.#sinceMark());
        return;
      case '\x85':
        this.#push(this.#last(1));
        return;
      case '\x86':
        this.#push(this.#last(2));
        return;
      case '\x87':
        this.#push(this.#last(3));
        return;
      case 'a':
        this.#append(this.#last(1));
        return;
      case 'e':
        this.#append(this.#sinceMark());
        return;
      case 's':
        this.#set(this.#last(2));
        return;
      case 'u':
        this.#set(this.#sinceMark());
        return;
      case 'q':
        this.#remember(this.#bytes.number(1));
        return;
      case 'r':
        this.#remember(this.#bytes.number(4));
        return;
      case '\x94':
        this.#remember(this.#memo.size);
        return;
      case 'h':
        this.#recall(this.#bytes.number(1));
        return;
      case 'j':
        this.#recall(this.#bytes.number(4));
        return;
      case 'c':
        this.#name(this.#bytes.line(), this.#bytes.line());
        return;
      case '\x93': {
        const [module, name] = this.#last(2);
        this.#name(String(module), String(name));
        return;
      }
      case 'R': {
        const [callable, args] = this.#last(2);
        if (!(callable instanceof PickledName) || !Array.isArray(args)) {
          throw this.#bytes.damaged('a call of a name', describe(callable));
        }
        this.#push(callable.meaning(args));
        return;
      }
      case 'b': // BUILD: attributes of an object, such as the versions of modules. Not needed.
        this.#pop();
        return;
      case 'Q':
        this.#push(this.#options.persistent(this.#pop()));
        return;
      default:
        throw this.#bytes.damaged(
          'operations that data need',
          `number ${code} at byte ${this.#bytes.at - 1}`,
        );
    }
  }

  #name(module: string, name: string): void {
    const text = `${module} ${name}`;
    const meaning = this.#options.names.get(text);
    if (meaning !== undefined) {
      this.#push(new PickledName(text, meaning));
      return;
    }
    throw new DataError({
      where: this.#where,
      problem: 'the pickle names something that is not data',
      expected: `only ${[...this.#options.names.keys()].map((known) => known.replace(' ', '.')).join(', ')}`,
      received: `${module}.${name}`,
      remedy: 'Save the state_dict, not the module: torch.save(model.state_dict(), path).',
    });
  }

  #append(items: readonly unknown[]): void {
    const list = this.#top();
    if (!Array.isArray(list)) throw this.#bytes.damaged('a list to append to', 'something else');
    for (const item of items) list.push(item);
  }

  #set(items: readonly unknown[]): void {
    const map = this.#top();
    if (!(map instanceof Map) || items.length % 2 !== 0) {
      throw this.#bytes.damaged('a dictionary to fill', 'something else');
    }
    for (let i = 0; i < items.length; i += 2) {
      const key = items[i];
      if (typeof key !== 'string' && typeof key !== 'number') {
        throw this.#bytes.damaged('texts or numbers as keys', describe(key));
      }
      map.set(String(key), items[i + 1]);
    }
  }

  #remember(index: number): void {
    this.#memo.set(index, this.#top());
  }

  #recall(index: number): void {
    if (!this.#memo.has(index))
      throw this.#bytes.damaged('a value that was kept', `number ${index}`);
    this.#push(this.#memo.get(index));
  }

  #push(value: unknown): void {
    this.#stack.push(value);
  }

  #pop(): unknown {
    if (this.#stack.length === 0) throw this.#bytes.damaged('a value', 'an empty stack');
    return this.#stack.pop();
  }

  #top(): unknown {
    if (this.#stack.length === 0) throw this.#bytes.damaged('a value', 'an empty stack');
    return this.#stack[this.#stack.length - 1];
  }

  #last(count: number): unknown[] {
    if (this.#stack.length < count) throw this.#bytes.damaged(`${count} values`, 'fewer');
    return this.#stack.splice(this.#stack.length - count, count);
  }

  #sinceMark(): unknown[] {
    const mark = this.#stack.lastIndexOf(MARK);
    if (mark < 0) throw this.#bytes.damaged('a mark', 'none');
    return this.#stack.splice(mark).slice(1);
  }
}
