/** What was typed into the search: `5*termos` is five of the chosen result. */

export function searchOf(typed: string): { readonly quantity: number; readonly text: string } {
  const match = /^\s*(\d{1,3})\s*[*×x]\s*(.*)$/i.exec(typed);
  const quantity = Number(match?.[1] ?? 1);
  if (match === null || quantity < 1) return { quantity: 1, text: typed.trim() };
  return { quantity, text: (match[2] ?? '').trim() };
}
