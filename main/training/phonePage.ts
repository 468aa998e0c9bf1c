/** The page of a simulated phone: one HTML document without any outside resource, its script allowed by a nonce. */

import { phoneScript } from './phoneScript.ts';
import { phoneStyle } from './phoneStyle.ts';
import { type PhoneLanguage, phoneTexts } from './phoneText.ts';

export interface PhonePage {
  readonly html: string;
  /** Value of the header `Content-Security-Policy`. */
  readonly policy: string;
}

/** `number` empty: a page that asks for one. `scan` is a payment code that was opened before a number was known. */
export function phonePage(
  number: string,
  scan: string | null,
  language: PhoneLanguage,
  nonce: string,
): PhonePage {
  const text = phoneTexts[language];
  const words = JSON.stringify({ ...text, locale: language === 'nb' ? 'nb-NO' : 'en-GB' }).replaceAll(
    '<',
    '\\u003c',
  );
  const body = number === '' ? asking(language, scan) : showing(number, language);
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(text.title)}</title>
<style nonce="${nonce}">${phoneStyle}</style>
</head>
<body>
<main>
${body}
</main>
<script type="application/json" id="words" nonce="${nonce}">${words}</script>
<script nonce="${nonce}">${phoneScript}</script>
</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { html, policy };
}

function showing(number: string, language: PhoneLanguage): string {
  const text = phoneTexts[language];
  return `<header><h1>${escaped(text.title)}</h1><strong>+${escaped(number)}</strong></header>
<p class="practice">${escaped(text.practice)}</p>
<p class="says" id="says" role="status"></p>
<div id="requests" aria-live="polite"></div>
<section class="card">
<h2>${escaped(text.personalCode)}</h2>
<img class="qr" id="qr" data-testid="personal-qr" alt="" width="240" height="240">
<p class="soft">${escaped(text.personalHint)}</p>
<button class="small" id="renew">${escaped(text.newCode)}</button>
</section>
<section class="card" id="sight" hidden><h2>${escaped(text.inSight)}</h2><div id="codes"></div></section>
<section class="card" id="past" hidden><h2>${escaped(text.history)}</h2><div id="rows"></div></section>`;
}

function asking(language: PhoneLanguage, scan: string | null): string {
  const text = phoneTexts[language];
  const kept = scan === null ? '' : `<input type="hidden" name="scan" value="${escaped(scan)}">`;
  return `<header><h1>${escaped(text.title)}</h1></header>
<p class="practice">${escaped(text.practice)}</p>
<form class="card" method="get" action="/phone">
<input type="hidden" name="lang" value="${language}">${kept}
<label for="number">${escaped(text.number)}</label>
<input id="number" name="number" inputmode="numeric" pattern="[0-9]{9,15}" placeholder="4791234567" required autofocus>
<div class="row"><button class="go">${escaped(text.open)}</button></div>
</form>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
