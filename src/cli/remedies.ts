/** What the library tells programmers to do, as what to write on a command line. */

const TRANSLATIONS: readonly (readonly [code: RegExp, option: string])[] = [
  [/have it imputed: \{ missing: … \}/, 'have it imputed: --missing mean'],
  [/, \{ columns: \{ "([^"]*)": 'ignore' \} \}/, ': --ignore $1'],
  [/: \{ columns: \{ "([^"]*)": 'ignore' \} \}/, ': --ignore $1'],
  [/declare it 'categorical'/, 'declare it: --categorical'],
  [/\{ columns: \{ "([^"]*)": 'categorical' \} \}/, '--categorical $1'],
  [/Choose \{ columns: \{ "[^"]*": \{ missing: 'mode' \} \} \}/, 'Choose --missing mode'],
  [/If the file has no header, say so: \{ header: false \}/, 'Is there no header? --no-header'],
  [/Try \{ dtype: 'float64' \}/, 'Give it in another unit'],
  [
    /Lower the learning rate, clip gradients \(clip: \{ globalNorm: 1 \}\)/,
    'Lower --learning-rate',
  ],
  [/a batchSize of at most (\d+) with dropLast/, 'a --batch-size of at most $1 with --drop-last'],
  [/Lower batchSize, or leave dropLast out/, 'Lower --batch-size, or leave --drop-last out'],
  [/ The parameters are as they were before this iteration\./, ''],
  [/Pass (\w+) again, or leave it out for good.*$/, 'Resume with the options of before.'],
  [/Make the Trainer with the same (\w+), or.*$/, 'Resume with the options of before.'],
];

export function inWordsOfOptions(message: string): string {
  return TRANSLATIONS.reduce((text, [code, option]) => text.replace(code, option), message);
}
