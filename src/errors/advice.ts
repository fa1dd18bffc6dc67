/**
 * What can be done about an error, as data. The sentence for programs is `remedy`; a command has the same
 * thing to say in words of its options, one sentence for each kind of advice, see `cli/words/remedies.ts`.
 */
export type Advice =
  // about tables
  | { readonly kind: 'impute' }
  | { readonly kind: 'imputeInTraining' }
  | { readonly kind: 'imputeMode'; readonly column: string }
  | { readonly kind: 'ignoreUnknown' }
  | { readonly kind: 'dateOrder'; readonly column: string }
  | { readonly kind: 'columnWithComma'; readonly column: string }
  | { readonly kind: 'ignoreColumn'; readonly column: string }
  | { readonly kind: 'ignoreOrDeclare'; readonly column: string }
  | { readonly kind: 'declareCategorical'; readonly column: string }
  | { readonly kind: 'correctOrMarkMissing' }
  | { readonly kind: 'notation'; readonly notations: readonly NumberNotation[] }
  | { readonly kind: 'notationInTraining'; readonly notation: NumberNotation }
  | { readonly kind: 'wholeNumbers'; readonly dtype: 'float64' }
  | { readonly kind: 'widerDtype'; readonly dtype: 'float64' }
  | { readonly kind: 'widerDtypeInTraining'; readonly dtype: 'float64' }
  | { readonly kind: 'noHeader' }
  | { readonly kind: 'delimiter'; readonly found: string }
  | { readonly kind: 'delimiterInTraining'; readonly found: string }
  // about files of models and training runs
  | { readonly kind: 'modelFile' }
  | { readonly kind: 'sameRecipe'; readonly differences: readonly RecipeDifference[] }
  | { readonly kind: 'sameSamples' }
  | { readonly kind: 'sameCallbacks'; readonly missing: string }
  | { readonly kind: 'callbackOptions'; readonly key: string }
  | { readonly kind: 'sameSearch' }
  | { readonly kind: 'damagedSearch'; readonly trial: number | undefined }
  | { readonly kind: 'trialTwice'; readonly trial: number }
  // about numbers
  | { readonly kind: 'lowerLearningRate' }
  | { readonly kind: 'lowerRateOrDecay' }
  | { readonly kind: 'finiteFolds' }
  | { readonly kind: 'finiteLoss' }
  | { readonly kind: 'validateOrDrawLoss' }
  | { readonly kind: 'measurable'; readonly metric: string }
  | { readonly kind: 'representable'; readonly option: string; readonly dtype: string }
  | { readonly kind: 'fewerElements' }
  // about parts of the data
  | { readonly kind: 'smallerBatch'; readonly samples: number }
  | { readonly kind: 'otherBatch' }
  | { readonly kind: 'otherFraction'; readonly part: 'train' | 'validation' | 'test' }
  | { readonly kind: 'lowerFraction'; readonly test: boolean }
  | { readonly kind: 'fewerFolds'; readonly most: number };

/** How numbers are written: the mark before fractions, and that between thousands, if there is one. */
export interface NumberNotation {
  readonly decimal: string;
  readonly thousands: string;
}

/** What differs between a training run and the checkpoint that it is resumed from. */
export interface RecipeDifference {
  /** Such as `optimizer.settings.learningRate`. */
  readonly path: string;
  /** Values as JSON, or `nothing`. */
  readonly before: string;
  readonly now: string;
}

/** The parts of a remedy: data where the words depend on who is told, sentences where they do not. */
export type AdviceParts = readonly (Advice | string)[];
