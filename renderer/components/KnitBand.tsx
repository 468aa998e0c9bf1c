/**
 * The knitted band: the eight-petalled rose on a square grid of 15 × 15 cells, repeating every 20, with a small lozenge
 * between. Decoration only, edge to edge, where nobody is working; at most one per screen.
 */

import { useId } from 'react';

const reach = 7;
const repeat = 20;
const height = 15;

/** One petal lies between the axis and the diagonal; the rose is its reflection into all eight directions. */
function inPetal(along: number, across: number): boolean {
  return along >= 1 && along <= 3 && across > along && across <= along + 4;
}

function drawBand(): string {
  const cells: string[] = [];
  const put = (x: number, y: number) => cells.push(`M${x} ${y}h1v1h-1z`);
  for (let y = -reach; y <= reach; y += 1) {
    for (let x = -reach; x <= reach; x += 1) {
      const [a, b] = [Math.abs(x), Math.abs(y)];
      if (inPetal(a, b) || inPetal(b, a)) put(x + reach, y + reach);
    }
  }
  const lozenge = repeat - 3;
  for (let y = -2; y <= 2; y += 1) {
    for (let x = -2; x <= 2; x += 1) {
      const distance = Math.abs(x) + Math.abs(y);
      if (distance === 0 || distance === 2) put(lozenge + x, reach + y);
    }
  }
  return cells.join('');
}

const band = drawBand();

/** `cell` in CSS pixels: 4 at the till, 5 on the lock, 9 at a kiosk. `ink` is any CSS colour. */
export function KnitBand(props: {
  readonly cell?: number;
  readonly ink?: string;
  readonly opacity?: number;
}) {
  const { cell = 4, ink = 'var(--well)', opacity = 1 } = props;
  const id = useId();
  return (
    <svg className="knit" width="100%" height={cell * height} opacity={opacity} aria-hidden="true">
      <defs>
        <pattern id={id} width={repeat * cell} height={height * cell} patternUnits="userSpaceOnUse">
          <path d={band} fill={ink} transform={`scale(${cell})`} />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
