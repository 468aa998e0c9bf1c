/** Both languages of the customer's screen and of the settings carry the same facts in their sentences. */

import { expect, test } from 'vitest';
import { customerScreenText } from './customerScreen.ts';
import { scannerDoctorText } from './scannerDoctor.ts';
import { settingsText } from './settings.ts';
import { shopQrText } from './shopQr.ts';
import { trainingText } from './training.ts';
import { webhooksText } from './webhooks.ts';

/** Every sentence by its path, with the names in braces that it fills in. */
function filledIn(words: object, path = ''): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(words)) {
    const at = `${path}${name}`;
    if (typeof value === 'object' && value !== null) Object.assign(found, filledIn(value, `${at}.`));
    else found[at] = [...String(value).matchAll(/\{\w+\}/g)].map(([one]) => one).sort();
  }
  return found;
}

for (const [area, text] of Object.entries({
  customerScreenText,
  settingsText,
  shopQrText,
  trainingText,
  webhooksText,
  scannerDoctorText,
})) {
  test(`${area}: the same sentences with the same names in braces`, () => {
    expect(filledIn(text.nb)).toEqual(filledIn(text.en));
  });

  test(`${area}: no sentence is empty, and none says error or oops`, () => {
    for (const language of [text.nb, text.en]) {
      const all = JSON.stringify(language);
      expect(all).not.toContain('""');
      expect(all).not.toMatch(/\berror\b|\boops\b|please|vennligst/i);
    }
  });
}
