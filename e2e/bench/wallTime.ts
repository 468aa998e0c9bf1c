/** One time for several processes: wall time in milliseconds with fractions, as `performance` has it in Node and in pages. */

export function wallNow(): number {
  return performance.timeOrigin + performance.now();
}

export function pause(ms: number): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, ms);
  });
}

/**
 * How far `wallNow` is off the machine's clock. A process notes the clock when it starts and counts on from there, so two
 * processes disagree by what the clock was set in between. Looks at the moment in which `Date.now()` moves on.
 */
export function clockError(): number {
  const before = Date.now();
  let now = before;
  while (now === before) now = Date.now();
  return performance.timeOrigin + performance.now() - now;
}
