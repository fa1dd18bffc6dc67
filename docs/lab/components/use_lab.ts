/** What every page of the lab does: reads the address, asks the worker, and keeps the address up to date. */
import { computed, onMounted, onUnmounted, reactive, ref, shallowRef, watch } from 'vue';
import { readAddress, SHORT, writeAddress } from '../core/address.ts';
import { type Client, connect } from '../core/client.ts';
import { initialValues, type Value } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

/**
 * `ask` puts a question about the newest run, and `answer` is the newest answer about it; `give` runs anew with
 * something that has no place in an address.
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
  /** The fingerprint that a link came with; it is of the settings of that link. */
  const claimed = ref<string>();
  let worker: Worker | undefined;
  let client: Client | undefined;
  let given: unknown;

  /** What the run depends on. */
  const trained = view.fields.filter(({ afterwards }) => afterwards !== true);
  const isInitial = computed(() => trained.every(({ name, initial }) => values[name] === initial));
  /** Of the author's run of these settings, where anyone has said it. */
  const expected = computed(() => claimed.value ?? (isInitial.value ? view.author : undefined));
  const sameBits = computed(() => {
    if (result.value === undefined || expected.value === undefined) return undefined;
    return result.value.weights.startsWith(expected.value);
  });
  const isShown = (name: string) => !hidden.value.includes(name);
  const shown = computed(() => trained.filter(({ name }) => isShown(name)));

  function query(weights: string | undefined): string {
    return writeAddress(view.fields, { values, at: at.value, hidden: hidden.value, weights });
  }

  /** The address of what is seen now, with the fingerprint to compare with. */
  function link(): string {
    const { origin, pathname } = window.location;
    return `${origin}${pathname}${query(result.value?.weights.slice(0, SHORT))}`;
  }

  function run(): void {
    running.value = true;
    client?.run(view.name, values, given);
  }

  function ask(question: Question): void {
    client?.ask(question);
  }

  function give(something: unknown): void {
    given = something;
    run();
  }

  onMounted(() => {
    const read = readAddress(view.fields, window.location.search);
    Object.assign(values, read.values);
    at.value = read.at;
    hidden.value = read.hidden;
    problems.value = read.problems;
    claimed.value = read.weights;
    worker = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', () => {
      running.value = false;
      trouble.value = 'The worker could not be started, so nothing can be trained on this page.';
    });
    client = connect(worker, (reply) => {
      trouble.value = reply.kind === 'problem' ? reply.problem : '';
      if (reply.kind === 'result') {
        result.value = reply.result as Result;
        answer.value = undefined;
      }
      if (reply.kind === 'answer') answer.value = reply.answer as Answer;
      else running.value = reply.kind === 'result' && !reply.final;
    });
    run();
    watch(
      () => trained.map(({ name }) => values[name]),
      () => {
        claimed.value = undefined;
        run();
      },
    );
    watch([values, at], () => {
      const { pathname, hash } = window.location;
      window.history.replaceState(
        window.history.state,
        '',
        `${pathname}${query(claimed.value)}${hash}`,
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
    running: running.value,
    weights: result.value?.weights,
    sameBits: sameBits.value,
    link,
  }));

  return { values, at, result, running, answer, ask, give, frame, isShown };
}
