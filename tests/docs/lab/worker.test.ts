/** Page and worker: the newest request is answered, others are given up, and problems are sentences. */
import { expect, it } from 'vitest';
import { connect } from '../../../docs/lab/core/client.ts';
import { initialValues } from '../../../docs/lab/core/fields.ts';
import type { Reply, Request } from '../../../docs/lab/core/protocol.ts';
import { serve } from '../../../docs/lab/core/serve.ts';
import { runView, type View } from '../../../docs/lab/core/view.ts';
import { runs } from '../../../docs/lab/runs/all.ts';
import { oneEpochRun } from '../../../docs/lab/runs/one_epoch.ts';

/** A worker in this thread: what is sent is cloned, as between threads. */
function inThread(views: readonly View<unknown>[]) {
  let listener = (_: { readonly data: Reply }) => {};
  const sent: Reply[] = [];
  const answer = serve(views, (message) => {
    sent.push(message);
    listener({ data: structuredClone(message) });
  });
  const pending: Promise<void>[] = [];
  const port = {
    postMessage: (message: Request) => {
      pending.push(answer(structuredClone(message)));
    },
    addEventListener: (_: 'message', added: typeof listener) => {
      listener = added;
    },
  };
  return { port, sent, settled: () => Promise.all(pending) };
}

it('answers with what the run in Node gives', async () => {
  const { port, settled } = inThread(runs);
  const answers: Reply[] = [];
  const values = initialValues(oneEpochRun.fields);
  connect(port, (reply) => answers.push(reply))('one_epoch', values);
  await settled();
  expect(answers).toEqual([{ id: 1, kind: 'result', result: runView(oneEpochRun, values) }]);
});

it('gives up a run when a newer one is asked for', async () => {
  let turns = 0;
  const endless: View<string> = {
    ...oneEpochRun,
    name: 'endless',
    *run() {
      for (;;) {
        turns += 1;
        yield;
      }
    },
  };
  const { port, sent, settled } = inThread([endless, oneEpochRun]);
  const answers: Reply[] = [];
  const ask = connect(port, (reply) => answers.push(reply));
  ask('endless', {});
  ask('one_epoch', initialValues(oneEpochRun.fields));
  await settled();
  expect(turns).toBeGreaterThan(0);
  expect(sent.map(({ id }) => id)).toEqual([2]);
  expect(answers).toHaveLength(1);
});

it('says what was wrong, and answers the next request', async () => {
  const { port, settled } = inThread(runs);
  const answers: Reply[] = [];
  const ask = connect(port, (reply) => answers.push(reply));
  const values = initialValues(oneEpochRun.fields);
  ask('one_epoch', { ...values, samples: 3, batchSize: 9, dropLast: true });
  await settled();
  ask('nothing', {});
  await settled();
  ask('one_epoch', values);
  await settled();
  expect(answers.map(({ kind }) => kind)).toEqual(['problem', 'problem', 'result']);
  expect(answers[0]).toMatchObject({ problem: expect.stringContaining('not a single batch') });
});
