/**
 * Puts text on the clipboard. The clipboard's own interface is missing on a page that came over plain HTTP from another
 * machine, and is refused in the desktop's window, which is granted nothing: there the selection is copied instead, as a
 * person would do it.
 */

export async function copyText(text: string, window: Window): Promise<boolean> {
  try {
    await window.navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused or not there at all.
    return copySelection(text, window.document);
  }
}

function copySelection(text: string, document: Document): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.className = 'unseen';
  // Inside an open dialog nothing outside of it can be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
