/** What every page of the lab does: reads the address, asks the worker, and keeps the address up to date. */
import { computed, onMounted, onUnmounted, reactive, ref, shallowRef, watch } from 'vue';
import { readAddress, SHORT, writeAddress } from '../core/address.ts';
import { type Client, connect } from '../core/client.ts';
import { initialValues, type Value } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

/**
 * `ask` puts a question about the newest run, and `answer` is the newest answer about it; `give` runs anew with
 * something that has no place in an address. `start` runs anew for so many turns, and `pace` lets the run go on
 * for so many from here.
 */
export function useLab<Result extends WithWeights, Question = never, Answer = never>(
  view: Described,
) {
  const values = reactive<Record<string, Value>>({ ...initialValues(view.fields) });
  const at = ref(0);
  const hidden = ref<readonly string[]>([]);
  const problems = ref<readonly string[]>([]);
  const result = shallowRef<Result>();
  const answer = shallowRef<Answer>();
  const trouble = ref('');
  const running = ref(false);
  /** Whether the result is that of a run that is over, so that its weights are the final ones. */
  const isFinal = ref(false);
  /** The fingerprint that a link came with; it is of the settings of that link. */
  const claimed = ref<string>();
  let embedded = false;
  let worker: Worker | undefined;
  let client: Client | undefined;
  const given = shallowRef<unknown>();
  /** Whether the run has made the turns that it was allowed and waits. */
  const resting = ref(false);

  /** What the run depends on. */
  const trained = view.fields.filter(({ afterwards }) => afterwards !== true);
  const isInitial = computed(() => trained.every(({ name, initial }) => values[name] === initial));
  /** Of the author's run of these settings, where anyone has said it. */
  const expected = computed(() =>
    given.value === undefined
      ? (claimed.value ?? (isInitial.value ? view.author : undefined))
      : undefined,
  );
  const sameBits = computed(() => {
    if (result.value === undefined || expected.value === undefined || !isFinal.value)
      return undefined;
    return result.value.weights.startsWith(expected.value);
  });
  const isShown = (name: string) => !hidden.value.includes(name);
  const shown = computed(() => trained.filter(({ name }) => isShown(name)));

  function query(weights: string | undefined, alone: boolean): string {
    const state = { values, at: at.value, hidden: hidden.value, weights, embedded: alone };
    return writeAddress(view.fields, state);
  }

  /** The address of what is seen now, with the fingerprint to compare with; of the view alone or of its page. */
  function link(alone = false): string {
    const { origin, pathname } = window.location;
    return `${origin}${pathname}${query(result.value?.weights.slice(0, SHORT), alone)}`;
  }

  function start(turns?: number): void {
    running.value = true;
    resting.value = false;
    const name = given.value === undefined ? view.name : (view.ofGiven ?? view.name);
    client?.run(name, values, given.value, turns);
  }

  function ask(question: Question): void {
    client?.ask(question);
  }

  function give(something: unknown): void {
    given.value = something;
    start();
  }

  function pace(turns: number): void {
    if (turns > 0) resting.value = false;
    client?.pace(turns);
  }

  onMounted(() => {
    const read = readAddress(view.fields, window.location.search);
    Object.assign(values, read.values);
    at.value = read.at;
    hidden.value = read.hidden;
    problems.value = read.problems;
    claimed.value = read.weights;
    embedded = read.embedded;
    worker = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', () => {
      running.value = false;
      trouble.value = 'The worker could not be started, so nothing can be trained on this page.';
    });
    client = connect(worker, (reply) => {
      if (reply.kind === 'rest') {
        resting.value = true;
        return;
      }
      trouble.value = reply.kind === 'problem' ? reply.problem : '';
      if (reply.kind === 'result') {
        result.value = reply.result as Result;
        answer.value = undefined;
        isFinal.value = reply.final;
      }
      if (reply.kind === 'answer') answer.value = reply.answer as Answer;
      else running.value = reply.kind === 'result' && !reply.final;
    });
    start();
    watch(
      () => trained.map(({ name }) => values[name]),
      () => {
        claimed.value = undefined;
        start();
      },
    );
    watch([values, at], () => {
      const { pathname, hash } = window.location;
      window.history.replaceState(
        window.history.state,
        '',
        `${pathname}${query(claimed.value, embedded)}${hash}`,
      );
    });
  });
  onUnmounted(() => worker?.terminate());

  /** What the frame of the page is told. */
  const frame = computed(() => ({
    fields: shown.value,
    values,
    problems: problems.value,
    trouble: trouble.value,
    running: running.value && !resting.value,
    weights: isFinal.value || resting.value ? result.value?.weights : undefined,
    sameBits: sameBits.value,
    link,
  }));

  return {
    values,
    at,
    result,
    running,
    answer,
    ask,
    give,
    start,
    pace,
    resting,
    given,
    frame,
    isShown,
  };
}
