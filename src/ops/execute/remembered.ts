/** So many kernels are remembered of whom they belong to; the oldest makes room for another. */
const REMEMBERED = 64;

interface Known<Kernel> {
  asked: number;
  kernel?: Kernel | undefined;
  /** Whether there is none, so that it is not tried again. */
  refused?: boolean;
}

/** The kernel that somebody has by a key, made once it has been asked for that often or for that much. */
export type Remembered<Kernel> = (
  owner: object,
  key: string,
  amount: number,
  make: () => Kernel | undefined,
) => Kernel | undefined;

/** @param worth how much has to be asked for in all until a kernel is made */
export function remembered<Kernel>(worth: number): Remembered<Kernel> {
  const all = new WeakMap<object, Map<string, Known<Kernel>>>();
  return (owner, key, amount, make) => {
    const own = all.get(owner) ?? new Map<string, Known<Kernel>>();
    all.set(owner, own);
    const known = own.get(key) ?? { asked: 0 };
    if (known.asked === 0) {
      if (own.size === REMEMBERED) own.delete([...own.keys()][0]);
      own.set(key, known);
    }
    known.asked += amount;
    if (known.asked < worth || known.refused) return undefined;
    known.kernel ??= make();
    known.refused = known.kernel === undefined;
    return known.kernel;
  };
}
