/**
 * Reads tables that stores export: RFC 4180 with the liberties spreadsheets take (semicolon or tab, LF, a byte order
 * mark, Latin-1). Knows nothing of goods or members.
 */

export interface CsvRow {
  /** Where the row begins in the file, counted from 1, as an editor shows it. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly header: CsvRow;
  /** Without rows that are empty altogether. */
  readonly rows: readonly CsvRow[];
  /** Line of a quote that is never closed; the rows end before it. */
  readonly openQuote: number | null;
}

/** `null` if there is not even a header. */
export function readCsv(text: string): CsvTable | null {
  const { rows, openQuote } = split(text, separatorOf(text));
  const [header, ...rest] = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  return header === undefined ? null : { header, rows: rest, openQuote };
}

/** UTF-8 with or without byte order mark, UTF-16 with one; bytes that are no UTF-8 are taken as Windows' Latin-1. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The one of `;`, tab and `,` that the first line has most of outside quotes; `;` where a tie leaves it open. */
function separatorOf(text: string): string {
  const counts = new Map([
    [';', 0],
    ['\t', 0],
    [',', 0],
  ]);
  let quoted = false;
  for (const char of text.trimStart()) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) break;
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function split(text: string, separator: string): { rows: readonly CsvRow[]; openQuote: number | null } {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let rowLine = 1;
  let quoteLine: number | null = null;

  const endRow = () => {
    rows.push({ line: rowLine, cells: [...cells, cell] });
    cells = [];
    cell = '';
  };

  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    const isBreak = char === '\n' || (char === '\r' && text.charAt(i + 1) !== '\n');
    if (isBreak) line += 1;
    if (quoteLine !== null) {
      if (char !== '"') cell += char;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else quoteLine = null;
    } else if (char === '"' && cell.trim() === '') {
      cell = '';
      quoteLine = line;
    } else if (char === separator) {
      cells.push(cell);
      cell = '';
    } else if (isBreak) {
      endRow();
      rowLine = line;
    } else if (char !== '\r') {
      cell += char;
    }
  }
  if (quoteLine !== null) return { rows, openQuote: quoteLine };
  if (cell !== '' || cells.length > 0) endRow();
  return { rows, openQuote: null };
}

/**
 * Which column has which field: every field by any of its names, whatever the case, spaces and hyphens. A field that
 * has no column is missing from the answer.
 */
export function columnsOf<Field extends string>(
  header: CsvRow,
  names: Readonly<Record<Field, readonly string[]>>,
): ReadonlyMap<Field, number> {
  const found = new Map<Field, number>();
  for (const field of Object.keys(names) as Field[]) {
    const spellings = names[field].map(plainName);
    const column = header.cells.findIndex((cell) => spellings.includes(plainName(cell)));
    if (column >= 0) found.set(field, column);
  }
  return found;
}

function plainName(text: string): string {
  return text.toLowerCase().replace(/[\s_.%()-]/g, '');
}
