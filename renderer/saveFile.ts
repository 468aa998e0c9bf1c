/** Gives the person a file where the window may: a browser keeps it among its downloads. */

export function saveFile(name: string, address: string, document: Document): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
