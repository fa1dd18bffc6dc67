export * from './elementwise.ts';
export type { Activation, ActivationWith, AxisOptions } from './forms.ts';
export * from './softmax.ts';
