/** Every activation of single elements: what may stand between layers. */
export * from './bounded.ts';
export * from './gated.ts';
export * from './rectifiers.ts';
