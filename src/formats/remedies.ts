/** What to do about a file that cannot be read, wherever in it that shows. */
export const DAMAGED = 'Make the file anew: this one is damaged, or of another format.';

export const UNCHANGED = 'The file is damaged or was changed: save the model again.';
