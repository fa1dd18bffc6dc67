/** A line for each series, from epoch 1 to the last one, on a logarithmic axis. */

const MARGIN = 44;

export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

export function drawChart(svg: SVGSVGElement, series: readonly Series[], epochs: number): void {
  const all = series.flatMap(({ values }) => values).filter((value) => value > 0);
  if (all.length === 0) {
    svg.replaceChildren();
    return;
  }
  const low = 10 ** Math.floor(Math.log10(Math.min(...all)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...all)));
  const { clientWidth: width, clientHeight: height } = svg;
  const x = (epoch: number) =>
    MARGIN + ((epoch - 1) / Math.max(epochs - 1, 1)) * (width - MARGIN - 10);
  const y = (value: number) =>
    height - MARGIN + (Math.log10(value / low) / Math.log10(high / low)) * (2 * MARGIN - height);

  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const children: SVGElement[] = [];
  for (let power = low; power <= high * 1.01; power *= 10) {
    const at = y(power);
    children.push(element('path', { class: 'grid', d: `M${MARGIN} ${at}H${width - 10}` }));
    children.push(
      label(
        power < 0.01 ? power.toExponential(0) : `${Number(power.toPrecision(1))}`,
        MARGIN - 8,
        at + 4,
        'end',
      ),
    );
  }
  children.push(label('1', x(1), height - 18, 'middle'));
  children.push(label(`${epochs}  epoch`, x(epochs), height - 18, 'end'));
  for (const { name, values } of series) {
    const points = values.map((value, i) => `${x(i + 1)} ${y(value)}`);
    children.push(element('path', { class: name, d: `M${points.join('L')}` }));
    const last = values.at(-1);
    if (last === undefined) continue;
    children.push(element('circle', { class: name, cx: x(values.length), cy: y(last), r: 3 }));
  }
  svg.replaceChildren(...children);
}

function label(text: string, x: number, y: number, anchor: string): SVGElement {
  const made = element('text', { x, y, 'text-anchor': anchor });
  made.textContent = text;
  return made;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`);
  return made;
}
