/**
 * Every word of the settings page, for the store manager. `{w}` is the wallet's name; other names in braces are filled
 * in where the sentence is shown.
 */

import type { Problem } from '../screens/Settings/problems.ts';
import type { SectionName } from '../screens/Settings/sections.ts';
import type { InBoth } from './language.ts';
import { settingsEn } from './settingsEn.ts';
import { settingsNb } from './settingsNb.ts';

interface Named {
  readonly name: string;
  readonly what: string;
}

export interface SettingsText {
  readonly title: string;
  readonly navigation: string;
  readonly sections: Readonly<Record<SectionName, Named>>;
  readonly markUnsaved: string;
  readonly markProblem: string;
  readonly markTrouble: string;
  readonly loading: string;
  readonly notLoaded: string;
  readonly tryAgain: string;

  readonly save: string;
  readonly saving: string;
  readonly nothingToSave: string;
  readonly unsaved: string;
  readonly cannotSave: string;
  readonly savedAt: string;
  readonly discard: string;
  readonly restartNeeded: string;
  readonly restartHow: string;
  readonly leaveQuestion: string;
  readonly leave: string;
  readonly stay: string;

  readonly problems: Readonly<Record<Problem, string>>;
  readonly fixedBy: string;
  readonly fixed: string;

  readonly storeName: Named;
  readonly place: Named;
  readonly tillNumber: Named;
  readonly posId: Named;
  readonly market: Named;
  readonly markets: Readonly<Record<'NO' | 'DK' | 'FI', string>>;

  readonly merchantSerialNumber: Named;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly subscriptionKey: string;
  readonly registryToken: string;
  readonly stored: string;
  readonly notStored: string;
  readonly replace: string;
  readonly enter: string;
  readonly keep: string;
  readonly leaveEmpty: string;
  readonly newValue: string;
  readonly keysTraining: string;
  readonly connection: string;
  readonly notTested: string;
  readonly testing: string;
  readonly testedAt: string;
  readonly test: string;
  readonly testAgain: string;
  readonly testSafe: string;
  readonly saveBeforeTest: string;
  readonly products: Readonly<Record<string, string>>;
  readonly results: Readonly<Record<'works' | 'limited' | 'fails', string>>;
  /** The sentence of a row that has no fault to tell. */
  readonly resultWords: Readonly<Record<'works' | 'limited' | 'fails', string>>;

  readonly scannerAuto: Named;
  readonly scannerNone: Named;
  readonly scannerModes: Readonly<Record<'hidPos' | 'serial' | 'keyboard' | 'simulated', Named>>;
  readonly scannerNoneFound: string;
  readonly scannerAway: Named;
  readonly lookAgain: string;
  readonly looking: string;

  readonly customerScreenAuto: Named;
  readonly customerScreenOff: Named;
  readonly customerScreenPrivacy: Named;

  readonly clubName: Named;
  readonly registry: string;
  readonly registryEmbedded: Named;
  readonly registryHttp: Named;
  readonly registryUrl: Named;
  readonly checkIn: Named;

  readonly importGoods: Named;
  readonly importMembers: Named;
  /** Why a line cannot be read, by the word the till gives for it. */
  readonly whys: Readonly<Record<string, string>>;
  readonly chooseFile: string;
  readonly importing: string;
  readonly importedOne: string;
  readonly imported: string;
  readonly importedNone: string;
  readonly importedNoneNext: string;
  readonly problemsOne: string;
  readonly problemsMany: string;
  readonly moreProblems: string;
  readonly line: string;
  readonly why: string;
  readonly fileTooLarge: string;
  readonly fileEmpty: string;
  readonly fileNotRead: string;

  readonly languageTill: string;
  readonly languageCustomer: Named;
  readonly walletName: string;
  readonly walletFollows: string;
  readonly walletSwitch: Named;

  readonly profiles: Readonly<Record<'training' | 'test' | 'production', Named>>;
  readonly profileChange: string;
  readonly keysMissing: Named;
  readonly profileApart: Named;
}

export const settingsText: InBoth<SettingsText> = { nb: settingsNb, en: settingsEn };
