/** The chapters in the order in which they are read: the sidebar, and previous and next below a page. */

export interface Part {
  readonly title: string;
  /** Paths from `docs/`, without `.md`. */
  readonly chapters: readonly string[];
}

export const parts: readonly Part[] = [
  {
    title: 'Begin',
    chapters: [
      'from_zero',
      'epochs',
      'backpropagation',
      'training',
      'looking_inside',
      'coming_from',
      'glossary',
    ],
  },
  {
    title: 'Lab',
    chapters: [
      'lab/one_iteration',
      'lab/one_epoch',
      'lab/time_machine',
      'lab/how_many_epochs',
      'lab/batch_size',
      'lab/learning_rate',
      'lab/initialization',
      'lab/beliefs',
      'lab/transfer',
      'lab/digits',
      'lab/the_plan',
      'lab/playground',
    ],
  },
  {
    title: 'What a network is made of',
    chapters: [
      'tensors',
      'layers',
      'images_and_sequences',
      'losses',
      'optimizers',
      'schedules',
      'formulas',
      'data',
    ],
  },
  {
    title: 'How long, and with which settings',
    chapters: [
      'how_many_epochs',
      'stopping',
      'regularization',
      'search',
      'charts',
      'common_beliefs',
    ],
  },
  {
    title: 'At work',
    chapters: [
      'command_line',
      'in_the_browser',
      'threads',
      'resuming',
      'transfer',
      'interop',
      'onnx',
      'pytorch',
      'keras',
      'tensorflow_js',
      'scikit_learn',
      'torchrun',
      'files',
      'errors',
      'testing',
    ],
  },
  {
    title: 'How it is built',
    chapters: ['architecture', 'fast_path', 'performance', 'decisions/README', 'CONTRIBUTING'],
  },
];
