/** What was probably meant by a name that is not known. */

/** The known name nearest to a name, if it differs in two letters at most: what was probably meant. */
export function nearName(name: string, known: readonly string[]): string | undefined {
  const distances = known.map((other) => editDistance(name.toLowerCase(), other.toLowerCase()));
  const least = Math.min(...distances);
  return least <= 2 ? known[distances.indexOf(least)] : undefined;
}

/** The first known name that is a part of a name, as `weightDecay` is of `weight_decay_rate`, or has it as a part. */
export function akin(name: string, known: readonly string[]): string | undefined {
  return known.find((other) => {
    const both = [name.replaceAll('_', ''), other].map((one) => one.toLowerCase());
    const [short, long] = both.sort((a, b) => a.length - b.length);
    return short.length > 3 && long.includes(short);
  });
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}

/** Names in a row: one with a comma or a space at an end in quotes, so that it can be seen where it begins and ends. */
export function shownNames(names: readonly string[]): string {
  return names
    .map((name) => (name.includes(',') || name !== name.trim() ? `"${name}"` : name))
    .join(', ');
}
