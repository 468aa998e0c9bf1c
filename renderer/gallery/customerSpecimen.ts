/** A picture that looks like a code and is none, so that no sample can ever be scanned and paid. */

const size = 29;

function isFinder(x: number, y: number): boolean | null {
  for (const [left, top] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    const [column, row] = [x - left, y - top];
    if (column < -1 || column > 7 || row < -1 || row > 7) continue;
    const ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
    return ring === 3 || ring <= 1;
  }
  return null;
}

function drawSpecimen(): string {
  let path = '';
  let seed = 41;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      if (isFinder(x, y) ?? seed > 1_073_741_824) path += `M${x} ${y}h1v1h-1z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}

export const specimenCode = `data:image/svg+xml,${encodeURIComponent(drawSpecimen())}`;
