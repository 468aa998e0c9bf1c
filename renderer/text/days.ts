/** Days as people say them, in the time zone of the machine that shows them, as every time on the screens is. */

import type { InBoth, Language } from './language.ts';

const en = {
  today: 'Today',
  yesterday: 'Yesterday',
  days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  date: (day: string, date: number, month: string, year: string) => `${day} ${date} ${month}${year}`,
};

const nb: typeof en = {
  today: 'I dag',
  yesterday: 'I går',
  days: ['Søndag', 'Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lørdag'],
  months: [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'desember',
  ],
  date: (day, date, month, year) => `${day} ${date}. ${month}${year}`,
};

export const dayText: InBoth<typeof en> = { nb, en };

/** `Today`, `Yesterday`, `Monday 23 November`; with the year where it is another one. */
export function dayInWords(at: string | number, language: Language, now: number): string {
  const t = dayText[language];
  const today = new Date(now);
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (dayKey(at) === dayKey(now)) return t.today;
  if (dayKey(at) === dayKey(yesterday.getTime())) return t.yesterday;
  return dateInWords(at, language, now);
}

/** `Monday 23 November`, today too; with the year where it is another one than now. */
export function dateInWords(at: string | number, language: Language, now: number): string {
  const t = dayText[language];
  const when = new Date(at);
  const year = when.getFullYear() === new Date(now).getFullYear() ? '' : ` ${when.getFullYear()}`;
  return t.date(t.days[when.getDay()] ?? '', when.getDate(), t.months[when.getMonth()] ?? '', year);
}

/** The same for every moment of one day. */
export function dayKey(at: string | number): string {
  const when = new Date(at);
  return `${when.getFullYear()}-${when.getMonth() + 1}-${when.getDate()}`;
}
