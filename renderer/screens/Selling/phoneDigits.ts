/** The digits of a number while it is typed: what was typed or pasted, and how it is drawn. */

const codes = ['358', '47', '46', '45'];

/** Keeps digits alone; a pasted `+45 …` or `0045 …` sets the country as well. */
export function readTyped(
  text: string,
  country: string,
): { readonly digits: string; readonly country: string } {
  const bare = text.replace(/[^\d+]/g, '');
  const international = /^(?:\+|00)(\d+)$/.exec(bare)?.[1];
  const code = codes.find((one) => international?.startsWith(one));
  if (international !== undefined && code !== undefined) {
    return { digits: international.slice(code.length).slice(0, 12), country: code };
  }
  return { digits: bare.replaceAll('+', '').slice(0, 12), country };
}

/** `••• •• 467` for a number of which five digits are hidden: groups as people read a number aloud. */
export function grouped(digits: string, hidden: number): string {
  const drawn = [...digits].map((digit, index) => (index < hidden ? '•' : digit)).join('');
  return [drawn.slice(0, 3), drawn.slice(3, 5), drawn.slice(5, 8), drawn.slice(8)]
    .filter((group) => group !== '')
    .join(' ');
}
