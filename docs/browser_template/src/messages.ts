/** What the page and its worker say to each other. */

export type ToWorker =
  | { readonly type: 'start'; readonly epochs: number; readonly learningRate: number }
  | { readonly type: 'stop' };

export type FromWorker =
  /** What the training will be. */
  | { readonly type: 'plan'; readonly plan: string }
  | {
      readonly type: 'epoch';
      readonly epoch: number;
      readonly loss: number;
      readonly validationLoss: number;
      readonly accuracy: number;
    }
  | {
      readonly type: 'end';
      /** `epochs`, or `aborted` by the button. */
      readonly reason: string;
      /** The model as a file. */
      readonly model: Uint8Array<ArrayBuffer>;
      /** Some images of the validation set, 8 x 8 numbers each. */
      readonly images: Float32Array<ArrayBuffer>;
    }
  | { readonly type: 'error'; readonly message: string };
