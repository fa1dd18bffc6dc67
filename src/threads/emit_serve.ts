/** How threads find jobs. */
import { call } from '../wasm/function.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import { op } from '../wasm/values.ts';
import { decrease, effect, load, not, spin } from './atomics.ts';
import {
  JOB,
  MOMENT,
  PLAN,
  PRESENT,
  SLEEPERS,
  TAKING_PART,
  TAKING_PART_STRIDE,
  WAITING,
} from './control.ts';
import type { Work } from './emit_job.ts';

/** Nanoseconds: how long a thread sleeps before it counts. */
const SECOND = 1_000_000_000;

/** After so many seconds without a job a thread leaves. */
const IDLE_SECONDS = 10;

/** What `serve` gives where there was nothing to do for long; 0 where another plan is under way. */
const IDLE = 1;

/** What the other threads run: jobs of this plan, until there is another one or nothing to do for long. */
export function emitServe(
  module: ModuleBuilder,
  jobs: readonly { readonly moment: number; readonly work: Work }[],
  threads: number,
): void {
  if (threads === 1) return;
  module.entry('serve', { thread: 'i32', plan: 'i32' }, 'i32', (f, { thread, plan }) => {
    const [job, last, moment] = ['job', 'last', 'moment'].map((name) => f.local('i32', name));
    const [seconds, outcome, result] = ['seconds', 'outcome', 'result'].map((name) =>
      f.local('i32', name),
    );
    const place = op('i32.mul', thread, TAKING_PART_STRIDE);
    const isOther = () => {
      f.set(job, load(JOB));
      return op('i32.ne', job, last);
    };
    effect(f, op('i32.atomic.rmw.add', 0, 1, PRESENT));
    f.block((leave) => {
      f.loop((again) => {
        f.block((found) => {
          spin(f, isOther, found);
          f.set(seconds, IDLE_SECONDS);
          f.loop((sleep) => {
            effect(f, op('i32.atomic.rmw.add', 0, 1, SLEEPERS));
            f.set(outcome, op('memory.atomic.wait32', JOB, last, op('i64.const', SECOND)));
            effect(f, op('i32.atomic.rmw.add', 0, -1, SLEEPERS));
            f.set(job, load(JOB));
            f.branch(found, op('i32.ne', job, last));
            f.when(op('i32.eq', outcome, 2), () => decrease(f, seconds));
            f.branch(sleep, seconds);
          });
          f.set(result, IDLE);
          f.branch(leave);
        });
        f.set(last, job);
        f.branch(leave, op('i32.ne', load(PLAN), plan));
        f.branch(again, not(op('i32.and', job, 1)));
        // First say so, then look whether it is still open: who asks first closes, then looks who takes part.
        f.run(op('i32.atomic.store', place, job, TAKING_PART));
        f.when(op('i32.eq', load(JOB), job), () => {
          f.when(op('i32.eq', load(PLAN), plan), () => {
            f.set(moment, load(MOMENT));
            for (const { moment: number, work } of jobs) {
              f.when(op('i32.eq', moment, number), () => f.run(call(work, { thread })));
            }
          });
        });
        f.run(op('i32.atomic.store', place, 0, TAKING_PART));
        f.when(load(WAITING), () => {
          effect(f, op('memory.atomic.notify', op('i32.add', place, TAKING_PART), 1));
        });
        f.branch(again);
      });
    });
    effect(f, op('i32.atomic.rmw.add', 0, -1, PRESENT));
    return result;
  });
}
