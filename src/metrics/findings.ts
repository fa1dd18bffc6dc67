/** What the numbers of a classification hide: a class that is never predicted, a guess that is as good. */
import { describe } from '../errors/describe.ts';
import type { Classified } from './classes.ts';
import type { Tallies } from './scores.ts';
import { weightedPart } from './weights.ts';

/** The accuracy of always giving the one answer that is right most often. */
export interface Baseline {
  readonly accuracy: number;
  /** The most frequent class; of several labels the most frequent set, 1 for each label in it. */
  readonly answer: readonly number[];
}

export function baselineOf(classified: Classified): Baseline {
  const { classes, several, actual } = classified;
  const width = several ? classes : 1;
  const places = actual.length / width;
  const answerAt = (place: number) => actual.subarray(place * width, (place + 1) * width).join();
  const parts = new Map<string, number>();
  for (let place = 0; place < places; place++) {
    const answer = answerAt(place);
    parts.set(answer, (parts.get(answer) ?? 0) + weightAt(classified, place, places));
  }
  const most = Math.max(...parts.values());
  const [answer = ''] = [...parts].find(([, part]) => part === most) ?? [];
  return {
    accuracy: weightedPart(places, classified, (place) => answerAt(place) === answer),
    answer: answer.split(',').map(Number),
  };
}

function weightAt({ weights, samples }: Classified, place: number, places: number): number {
  return weights.of(Math.floor((place * samples) / places));
}

/** In words, each of them worth a look before the model is used; mostly none. */
export function warningsOf(
  { several, actual }: Classified,
  { each }: Tallies,
  accuracy: number,
  baseline: Baseline,
  classNames: readonly string[],
): string[] {
  if (actual.length === 0) return [];
  const [kind, kinds] = several ? ['label', 'labels'] : ['class', 'classes'];
  const name = (k: number) => describe(classNames[k]);
  const { answer } = baseline;
  const labels = answer.flatMap((there, k) => (there === 1 ? [name(k)] : []));
  const often = several ? labels.join(' and ') || 'no label' : name(answer[0]);
  const never = each.flatMap(({ claimed, support }, k) =>
    claimed === 0 && support > 0 ? [name(k)] : [],
  );
  const only = baseline.accuracy === 1;
  return [
    ...(only ? [`all samples have ${often}: their accuracy says nothing`] : []),
    ...(!only && accuracy <= baseline.accuracy
      ? [
          `accuracy ${accuracy.toFixed(3)} is no better than ${baseline.accuracy.toFixed(3)}, that of always answering ${often}`,
        ]
      : []),
    ...(never.length > 0
      ? [`never predicted: ${never.length === 1 ? kind : kinds} ${never.join(', ')}`]
      : []),
  ];
}
