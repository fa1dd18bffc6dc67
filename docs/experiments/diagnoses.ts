/** How often is a diagnosis right? `npx tsx docs/experiments/diagnoses.ts` */
import type { DiagnosisVerdict } from '../../src/selection/index.ts';
import { diagnosed, knownFaults } from './known_faults.ts';
import { printTable } from './table.ts';

const seeds = [1, 2, 3];
const columns: Readonly<Record<DiagnosisVerdict, string>> = {
  diverging: 'diverging',
  overfitting: 'overfitting',
  noisy: 'noisy',
  'underfitting: too few epochs': 'too few epochs',
  'underfitting: nothing learned': 'nothing learned',
  'underfitting: too little capacity': 'too little capacity',
  healthy: 'healthy',
  undecided: 'undecided',
};

const counts = new Map<string, Map<string, number>>();
for (const known of knownFaults) {
  const own = counts.get(known.fault) ?? new Map<string, number>();
  counts.set(known.fault, own);
  for (const seed of seeds) {
    const { verdict } = await diagnosed(known, seed);
    own.set(verdict, (own.get(verdict) ?? 0) + 1);
  }
}
const rows = [...counts].map(([fault, own]) => [
  fault,
  ...Object.keys(columns).map((verdict) => own.get(verdict) ?? '-'),
]);
printTable(['fault, as made', ...Object.values(columns)], rows);
