/** `1 epoch`, `1,200 epochs`: how many there are of something whose plural ends in s. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
