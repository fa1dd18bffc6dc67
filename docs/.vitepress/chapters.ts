/** The chapters in the order in which they are read: the sidebar, and previous and next below a page. */

export interface Part {
  readonly title: string;
  /** Paths from `docs/`, without `.md`. */
  readonly chapters: readonly string[];
}

export const parts: readonly Part[] = [
  { title: 'Begin', chapters: ['epochs', 'backpropagation', 'training'] },
  {
    title: 'What a network is made of',
    chapters: ['tensors', 'layers', 'losses', 'optimizers', 'schedules', 'formulas', 'data'],
  },
  {
    title: 'How long, and with which settings',
    chapters: ['how_many_epochs', 'stopping', 'regularization', 'search', 'common_beliefs'],
  },
  {
    title: 'At work',
    chapters: ['command_line', 'resuming', 'transfer', 'files', 'errors', 'testing'],
  },
  {
    title: 'How it is built',
    chapters: ['architecture', 'fast_path', 'performance', 'decisions/README', 'CONTRIBUTING'],
  },
];
