/** What operating systems and their libraries tell, made plain. */

/** A text with something in it. */
export function filled(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

export function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
