/** Why a line of a file was not read, in words: the till gives a key, perhaps with what stood there behind a colon. */

export function importWhy(why: string, words: Readonly<Record<string, string>>): string {
  const [, key = '', shown = ''] = /^(\w+)(?::\s*(.*))?$/.exec(why) ?? [];
  const known = words[key];
  if (known === undefined) return why;
  if (known.endsWith('.')) return known;
  return shown === '' ? `${known}.` : `${known}: ${shown}`;
}
