/** A text as a file, with the mark by which spreadsheets know UTF-8. */

import { saveFile } from '../../saveFile.ts';

export function saveText(name: string, text: string, document: Document): void {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  saveFile(name, url, document);
  URL.revokeObjectURL(url);
}
