/** What the library tells programmers to do, as what to write on a command line. */

const TRANSLATIONS: readonly (readonly [code: RegExp, option: string])[] = [
  [/have it imputed: \{ missing: … \}/, 'have it imputed: --missing mean'],
  [/(?:,|:) \{ columns: \{ "([^"]*)": 'ignore' \} \}/, ': --ignore $1'],
  [/declare it 'categorical'/, 'declare it: --categorical'],
  [/\{ columns: \{ "([^"]*)": 'categorical' \} \}/, '--categorical $1'],
  [/Choose \{ columns: \{ "[^"]*": \{ missing: 'mode' \} \} \}/, 'Choose --missing mode'],
  [/If the file has no header, say so: \{ header: false \}/, 'Is there no header? --no-header'],
  [/Try \{ dtype: 'float64' \}/, 'Try --dtype float64'],
  [/\{ dtype: '(float\d+)' \}/g, '--dtype $1'],
  [/train with \{ missing: … \}/, 'train with --missing mean'],
  [/, or say which mean a missing value: \{ missingValues: \[\.\.\.\] \}/, ''],
  [/\{ decimal: '(.)', thousands: (?:'(.)'|"(')") \}/g, "--decimal '$1' --thousands '$2$3'"],
  [/\{ decimal: '(.)' \}/g, "--decimal '$1'"],
  [/\{ thousands: (?:'(.)'|"(')") \}/g, '--thousands "$1$2"'],
  [/a batchSize of at most (\d+) with dropLast/, 'a --batch-size of at most $1 with --drop-last'],
  [/Lower batchSize, or leave dropLast out/, 'Lower --batch-size, or leave --drop-last out'],
  [/Lower the learning rate/, 'Lower --learning-rate'],
  [/clip gradients \(clip: \{ globalNorm: 1 \}\)/, 'clip gradients (--clip 1)'],
  [/ The parameters are as they were before this iteration\./, ''],
  [/: the parameters are those after this iteration\./, '.'],
  [
    /Use another batchSize or accumulate, or dropLast: true/,
    'Use another --batch-size, or --drop-last',
  ],
  [/, or build the network with dtype: 'float64'/, ''],
  [/earlyStopping\(\{ patience: \{ epochs: 10 \}, model \}\) puts/, '--early-stopping 10 puts'],
  [/with earlyStopping to end it/, 'with --early-stopping 10 to end it'],
  [/; learningRateFinder proposes one/, ''],
  [/; movingAverage evens out the weights/, ''],
  [/, let it decay by a schedule,/, ''],
  [/, and learningCurve whether more data would help/, ''],
  [/crossValidate (averages|says)/, 'epochal find-epochs $1'],
  [/Pass (?:data|earlyStopping|jsonLines|csvLog) again.*$/, 'Resume with the options of before.'],
  [/Put the log back, or resume without its callback.*$/, 'Put the log back.'],
  [/Make the Trainer with the same .*$/, 'Resume with the options of before.'],
  [/Pass the same [\w, ]+, or, if.*$/, 'Pass the same file, --validation and --seed.'],
];

export function inWordsOfOptions(message: string): string {
  return TRANSLATIONS.reduce((text, [code, option]) => text.replace(code, option), message);
}
