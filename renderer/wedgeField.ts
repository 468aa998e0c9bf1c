/** The field that has the focus: as it was before a scanner's first characters, and as a person meant it to be. */

export interface FieldMemory {
  /** A character is about to reach the field. */
  remember(): void;
  /** The last so many characters were a scanner's: the field is again what it was before them. */
  putBack(characters: number): void;
  /** A person's characters that were held back. */
  put(text: string): void;
}

interface Moment {
  readonly field: Field;
  readonly value: string;
  readonly from: number | null;
  readonly to: number | null;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** More than the characters in front of which nobody can tell a scanner: an address begun slowly, and its prefix. */
const mostKept = 32;

export function fieldMemory(document: Document): FieldMemory {
  let moments: readonly (Moment | null)[] = [];

  return {
    remember() {
      moments = [...moments.slice(1 - mostKept), momentOf(document.activeElement)];
    },
    putBack(characters) {
      const moment = characters === 0 ? null : moments.at(-characters);
      moments = [];
      if (characters > 0 && isEditable(document.activeElement)) {
        for (let count = 0; count < characters; count += 1) document.execCommand('delete');
      }
      if (!moment || moment.field !== document.activeElement) return;
      write(moment.field, moment.value);
      if (moment.from !== null) moment.field.setSelectionRange(moment.from, moment.to);
    },
    put(text) {
      if (isEditable(document.activeElement)) document.execCommand('insertText', false, text);
      const moment = momentOf(document.activeElement);
      if (moment === null) return;
      const { field, value } = moment;
      const from = moment.from ?? value.length;
      write(field, value.slice(0, from) + text + value.slice(moment.to ?? value.length));
      if (moment.from !== null) field.setSelectionRange(from + text.length, from + text.length);
    },
  };
}

/** Past React's own record of the value, which would take the event for no change. */
function write(field: Field, value: string): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(kind, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Kinds of input that take no text: a key does something else to them, or nothing. */
const withoutText = /^(radio|checkbox|button|submit|reset|file|range|color|image)$/;

function momentOf(element: Element | null): Moment | null {
  const isField =
    (element instanceof HTMLInputElement && !withoutText.test(element.type)) ||
    element instanceof HTMLTextAreaElement;
  if (!isField) return null;
  return { field: element, value: element.value, from: element.selectionStart, to: element.selectionEnd };
}

function isEditable(element: Element | null): boolean {
  return element instanceof HTMLElement && element.isContentEditable;
}
