/** Times of day as the till shows them: 24 hours, colon, the till's own time zone. */

export function clock(at: string | number): string {
  const when = new Date(at);
  return `${two(when.getHours())}:${two(when.getMinutes())}`;
}

export function clockWithSeconds(at: string | number): string {
  return `${clock(at)}:${two(new Date(at).getSeconds())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
