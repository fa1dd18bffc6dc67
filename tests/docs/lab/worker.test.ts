/** Page and worker: the newest request is answered, others are given up, and problems are sentences. */
import { expect, it } from 'vitest';
import { connect } from '../../../docs/lab/core/client.ts';
import { initialValues } from '../../../docs/lab/core/fields.ts';
import type { Reply, Request } from '../../../docs/lab/core/protocol.ts';
import { serve } from '../../../docs/lab/core/serve.ts';
import { type AnyView, runView, Session, type View } from '../../../docs/lab/core/view.ts';
import { allRuns } from '../../../docs/lab/runs/all.ts';
import { oneEpochRun } from '../../../docs/lab/runs/one_epoch.ts';

const runs = await allRuns();

/** A worker in this thread: what is sent is cloned, as between threads. */
function inThread(views: readonly AnyView[]) {
  let listener = (_: { readonly data: Reply }) => {};
  const sent: Reply[] = [];
  const answer = serve(
    async (name) => views.find((one) => one.name === name),
    (message) => {
      sent.push(message);
      listener({ data: structuredClone(message) });
    },
  );
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
  connect(port, (reply) => answers.push(reply)).run('one_epoch', values);
  await settled();
  expect(answers).toEqual([
    { id: 1, kind: 'result', result: runView(oneEpochRun, values), final: true },
  ]);
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
  const client = connect(port, (reply) => answers.push(reply));
  client.run('endless', {});
  await new Promise((resolve) => setTimeout(resolve)); // it has been found, and runs
  client.run('one_epoch', initialValues(oneEpochRun.fields));
  await settled();
  expect(turns).toBeGreaterThan(0);
  expect(sent.map(({ id }) => id)).toEqual([2]);
  expect(answers).toHaveLength(1);
});

it('says what was wrong, and answers the next request', async () => {
  const { port, settled } = inThread(runs);
  const answers: Reply[] = [];
  const client = connect(port, (reply) => answers.push(reply));
  const values = initialValues(oneEpochRun.fields);
  client.run('one_epoch', { ...values, samples: 3, batchSize: 9, dropLast: true });
  await settled();
  client.run('nothing', {});
  await settled();
  client.run('one_epoch', values);
  await settled();
  expect(answers.map(({ kind }) => kind)).toEqual(['problem', 'problem', 'result']);
  expect(answers[0]).toMatchObject({ problem: expect.stringContaining('not a single batch') });
});

it('shows results while a run goes on, and answers questions about it', async () => {
  const counting: View<number, number, number> = {
    ...oneEpochRun,
    name: 'counting',
    *run() {
      yield 1;
      yield undefined;
      return new Session(2, { answer: (question: number) => 10 * question });
    },
  };
  const { port, settled } = inThread([counting, oneEpochRun]);
  const answers: Reply[] = [];
  const client = connect(port, (reply) => answers.push(reply));
  client.run('counting', {});
  await settled();
  client.ask(7);
  await settled();
  expect(answers).toEqual([
    { id: 1, kind: 'result', result: 1, final: false },
    { id: 1, kind: 'result', result: 2, final: true },
    { id: 1, kind: 'answer', answer: 70 },
  ]);
  client.run('one_epoch', initialValues(oneEpochRun.fields));
  await settled();
  client.ask(7);
  await settled();
  expect(answers.at(-1)).toEqual({
    id: 2,
    kind: 'problem',
    problem: 'This view answers no questions.',
  });
});

it('keeps only the newest question while an answer is awaited', () => {
  const asked: unknown[] = [];
  let listener = (_: { readonly data: Reply }) => {};
  const port = {
    postMessage: (message: Request) => asked.push(message.kind === 'question' && message.question),
    addEventListener: (_: 'message', added: typeof listener) => {
      listener = added;
    },
  };
  const client = connect(port, () => {});
  client.run('any', {});
  for (const question of [1, 2, 3]) client.ask(question);
  expect(asked).toEqual([false, 1]);
  listener({ data: { id: 1, kind: 'answer', answer: 10 } });
  expect(asked).toEqual([false, 1, 3]);
  listener({ data: { id: 1, kind: 'problem', problem: 'no' } });
  client.ask(4);
  expect(asked).toEqual([false, 1, 3, 4]);
});

it('goes on for as many turns as the page allows, and rests', async () => {
  let made = 0;
  const counting: View<number> = {
    ...oneEpochRun,
    name: 'counting',
    *run() {
      yield 0;
      while (made < 9) {
        made += 1;
        yield;
      }
      return made;
    },
  };
  const { port, sent, settled } = inThread([counting, oneEpochRun]);
  const client = connect(port, () => {});
  const soon = () => new Promise((resolve) => setTimeout(resolve, 40));
  client.run('counting', {}, undefined, 0);
  await soon();
  expect(made).toBe(0);
  expect(sent).toEqual([
    { id: 1, kind: 'result', result: 0, final: false },
    { id: 1, kind: 'rest' },
  ]);
  for (const [turns, total] of [
    [1, 1],
    [3, 4],
    [0, 4],
  ]) {
    client.pace(turns);
    await soon();
    expect(made).toBe(total);
  }
  client.run('one_epoch', initialValues(oneEpochRun.fields));
  await settled();
  expect(made).toBe(4);
  made = 0;
  client.run('counting', {}, undefined, 2);
  await soon();
  expect(made).toBe(2);
  client.pace(Number.POSITIVE_INFINITY);
  await settled();
  expect(sent.at(-1)).toEqual({ id: 3, kind: 'result', result: 9, final: true });
});

it('says what was wrong with a run, and nothing to questions about it', async () => {
  const { port, sent, settled } = inThread(runs);
  const client = connect(port, () => {});
  const values = { ...initialValues(oneEpochRun.fields), samples: 3, batchSize: 9, dropLast: true };
  client.run('one_epoch', values);
  await settled();
  client.ask('anything');
  await settled();
  expect(sent.map(({ kind }) => kind)).toEqual(['problem']);
});
