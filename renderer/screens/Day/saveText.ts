/** Gives the person a file where the window may: a browser keeps it among its downloads. */

/** With the mark by which spreadsheets know UTF-8. */
export function saveText(name: string, text: string, document: Document): void {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
