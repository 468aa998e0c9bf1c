/** A number to call, in the groups in which it is read aloud. */

/** Calling codes of the countries where machines stand, and how their numbers are cut; what is left is the last group. */
const cuts: Readonly<Record<string, readonly number[]>> = {
  '45': [2, 2, 2],
  '46': [2, 3, 2],
  '47': [2, 2, 2],
  '358': [2, 3],
};

/** E.164 as `+47 22 00 00 00`, one no-break whole; a number of another country stays as it is. */
export function phoneNumber(e164: string): string {
  for (const [code, sizes] of Object.entries(cuts)) {
    if (!e164.startsWith(`+${code}`)) continue;
    const groups = [`+${code}`];
    let rest = e164.slice(code.length + 1);
    for (const size of sizes) {
      groups.push(rest.slice(0, size));
      rest = rest.slice(size);
    }
    return [...groups, rest].filter((group) => group !== '').join('\u00a0');
  }
  return e164;
}
