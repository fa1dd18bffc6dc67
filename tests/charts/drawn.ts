/** Pictures, read again. */

/** The points of the curves, curve by curve: where the pen goes, and how; `o` is a dot. */
export function drawn(svg: string): [pen: string, x: number, y: number][][] {
  const curves = [...svg.matchAll(/class="curve [^>]* d="(M[^"]+)"\/>$/gm)].map(([, d]) =>
    d.split(/(?=[ML])/).map((part): [string, number, number] => {
      const [x, y] = part.slice(1).split(' ').map(Number);
      return [part[0], x, y];
    }),
  );
  const dots = [...svg.matchAll(/<circle class="f\d" cx="([^"]+)" cy="([^"]+)"/g)].map(
    ([, x, y]): [string, number, number][] => [['o', Number(x), Number(y)]],
  );
  return [...curves, ...dots];
}

/** The picture without its description, in which numbers may be none. */
export function withoutWords(svg: string): string {
  return svg.replaceAll(/aria-label="[^"]*"|<desc>[^<]*/g, '');
}

/** What keeps the text from being well-formed XML; nothing if it is. */
export function malformed(xml: string): string | undefined {
  const open: string[] = [];
  const names = '[a-z][\\w-]*';
  const attributes = `(?:\\s+[a-zA-Z][\\w:-]*="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*`;
  const tag = new RegExp(`^(?:<(/?)(${names})${attributes}\\s*(/?)>)`);
  let rest = xml;
  while (rest !== '') {
    if (!rest.startsWith('<')) {
      const [text] = /^[^<]+/.exec(rest) ?? [''];
      if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) return `an entity in ${text.slice(0, 60)}`;
      rest = rest.slice(text.length);
      continue;
    }
    const found = tag.exec(rest);
    if (found === null) return `no tag: ${rest.slice(0, 60)}`;
    const [whole, closing, name, alone] = found;
    if (closing === '/' && open.pop() !== name) return `</${name}> closes nothing`;
    if (closing === '' && alone === '') open.push(name);
    rest = rest.slice(whole.length);
  }
  return open.length === 0 ? undefined : `<${open.join('> <')}> is open`;
}
