/**
 * The threads of a process, and which plan they work on. They are started when a plan for several threads
 * is first run, serve all plans, and end by themselves when there was nothing to do for a while. Nobody
 * waits for one to begin: a plan is run by those who are there.
 */
import type { Code } from '../graph/code.ts';
import type { Home } from '../tensor/block.ts';
import { JOB, PATIENCE, PLAN, PRESENT, SPINS } from './control.ts';
import type { Ending, Message, StartThread, Thread } from './thread.ts';

/** A plan as threads know it. */
export interface Program {
  readonly code: Code;
  /** How many threads there are at most, the one that asks included. */
  readonly threads: number;
}

export interface TeamOptions {
  readonly start: StartThread;
  /** How many threads can run at the same time. */
  readonly cores: number;
  /** For how many hundredths of a second a thread may be missed. */
  readonly patience?: number;
  /** For how many milliseconds to wait until all threads are there; default 0. */
  readonly gather?: number;
}

export interface Team {
  /** Makes a plan the one that threads work on. */
  enter(program: Program): void;
  /** Gives up all threads, after one did not come back, and the memory that it may still write to. */
  lose(home: Home): void;
  /** Ends all threads. Others are started when a plan is run. */
  close(): void;
  /** How many threads take part in the plan under way, the one that asks included. */
  present(): number;
  /** How often threads were given up. */
  losses(): number;
  /** Whether threads may not be started here. */
  isRefused(): boolean;
}

/** Threads that were started together; after a loss there are others. */
interface Generation {
  /** The number of the plan under way. */
  readonly control: Int32Array;
  readonly threads: (Slot | undefined)[];
  /** The number of each plan: one that no other generation has. */
  readonly numbers: WeakMap<Program, number>;
}

interface Slot {
  readonly thread: Thread;
  readonly known: WeakSet<Program>;
}

/** How often to look before sleeping: some tens of microseconds, or hardly where others need the core. */
const [MANY_SPINS, FEW_SPINS] = [30_000, 100];

/** Which threads may work in a memory, of whichever team. */
const owners = new WeakMap<Home, Generation>();

export function createTeam({ start, cores, patience = 100, gather = 0 }: TeamOptions): Team {
  let generation = newGeneration();
  let active: Program | undefined;
  let count = 0;
  let losses = 0;
  let refused = false;

  /** Says which plan is under way, and wakes those who wait for another one. */
  function announce({ code: { home } }: Program, number: number): void {
    const words = wordsOf(home);
    Atomics.store(words, PLAN / 4, number);
    Atomics.add(words, JOB / 4, 2);
    Atomics.notify(words, JOB / 4);
  }

  /** A memory that other threads may still write to is replaced. */
  function adopt({ code: { home }, threads }: Program): void {
    const owner = owners.get(home);
    if (owner !== undefined && owner !== generation) home.renew();
    owners.set(home, generation);
    const words = wordsOf(home);
    words[SPINS / 4] = threads > cores ? FEW_SPINS : MANY_SPINS;
    words[PATIENCE / 4] = patience;
  }

  function call(program: Program, plan: number): void {
    const own = generation;
    for (let number = 1; number < program.threads; number++) {
      const slot = own.threads[number] ?? begin(own, number);
      if (slot === undefined) return;
      own.threads[number] = slot;
      const { module, home } = program.code;
      const message: Message = slot.known.has(program)
        ? {}
        : { program: { plan, module, memory: home.memory } };
      slot.known.add(program);
      slot.thread.post(message);
    }
  }

  function begin(own: Generation, number: number): Slot | undefined {
    const ended = (how: Ending) => {
      if (own.threads[number]?.thread !== thread) return;
      own.threads[number] = undefined;
      if (own !== generation) return;
      if (how === 'finished') {
        active = undefined; // so that it is started again when it is needed
        return;
      }
      if (how === 'refused') refused = true;
      else losses++;
      close();
    };
    let thread: Thread;
    try {
      thread = start(ended);
    } catch {
      refused = true; // a policy may forbid it
      return undefined;
    }
    thread.post({ begin: { control: own.control, number } });
    return { thread, known: new WeakSet() };
  }

  function present(): number {
    if (active === undefined) return 1;
    const { threads, code } = active;
    // Those of the plan before may still be about to leave.
    return Math.min(threads, 1 + Atomics.load(wordsOf(code.home), PRESENT / 4));
  }

  function close(): void {
    const { control, threads } = generation;
    Atomics.store(control, 0, -1);
    for (const slot of threads) slot?.thread.end();
    generation = newGeneration();
    active = undefined;
  }

  return {
    enter(program) {
      if (active === program) return;
      if (active !== undefined) announce(active, 0);
      adopt(program);
      const known = generation.numbers.get(program);
      const number = known ?? ++count;
      generation.numbers.set(program, number);
      Atomics.store(generation.control, 0, number);
      announce(program, number);
      call(program, number);
      active = program;
      const { control } = generation;
      for (let waited = 0; waited < gather && present() < program.threads; waited++) {
        Atomics.wait(control, 1, 0, 1);
      }
    },
    close,
    lose(home) {
      losses++;
      close();
      home.renew();
      owners.delete(home);
    },
    present,
    losses: () => losses,
    isRefused: () => refused,
  };
}

function newGeneration(): Generation {
  return {
    control: new Int32Array(new SharedArrayBuffer(64)),
    threads: [],
    numbers: new WeakMap(),
  };
}

function wordsOf({ memory, threadBytes }: Home): Int32Array {
  return new Int32Array(memory.buffer, 0, threadBytes / 4);
}
