/** The scanner doctor in English. */

import { layoutNames } from './faults.ts';
import type { ScannerDoctorText } from './scannerDoctor.ts';

export const scannerDoctorEn: ScannerDoctorText = {
  invitation: {
    name: 'Scan anything',
    what: 'An item, the customer’s code in {w} or a code of the test sheet. Here it says what the code is and whether all of it arrived.',
  },
  lastCode: 'Last code',
  earlier: 'Earlier scans',
  whats: {
    goods: { name: '{product}', what: 'Item {code}. At the till it goes straight into the basket.' },
    goodsNotFound: { name: 'Item code', what: '{code} is a whole and correct barcode.' },
    personalNumber: {
      name: '{w} personal QR',
      what: 'The customer’s own code, number {masked}. At the till it finds the customer.',
    },
    personalToken: {
      name: '{w} personal QR',
      what: 'The customer’s own code. Only {w} knows whose it is, so it needs the network.',
    },
    storeQr: { name: 'The store’s QR', what: 'The code that customers scan to pay the store.' },
    commandPark: { name: 'Command: park', what: 'At the till it sets the sale aside.' },
    commandCancel: { name: 'Command: cancel', what: 'At the till it cancels the payment that waits.' },
    commandRequest: {
      name: 'Command: request payment',
      what: 'At the till it sends the request to the customer.',
    },
    damaged: {
      name: 'Personal QR, damaged by the keyboard layout',
      what: 'The scanner types like a {scanner} keyboard, this computer is set to {computer}.',
    },
    damagedOther: {
      name: 'A code, damaged by the keyboard layout',
      what: 'The scanner types like a {scanner} keyboard, this computer is set to {computer}.',
    },
    damagedByCapsLock: {
      name: 'A code typed with Caps Lock on',
      what: 'Small letters and capitals have changed places.',
    },
    cutPersonal: { name: 'A part of a personal QR', what: 'Its beginning or its end is missing.' },
    cutGoods: { name: 'A part of a barcode', what: 'Digits are missing.' },
    misread: {
      name: 'Barcode that was read wrong',
      what: 'As long as a barcode, but its check digit does not fit.',
    },
    sheetLetters: { name: 'Test sheet: letters', what: '{right} of {of} characters are as on the sheet.' },
    sheetLong: { name: 'Test sheet: long code', what: '{right} of {of} characters are as on the sheet.' },
    unknown: { name: 'Unknown code', what: 'Neither an item, nor a customer’s code, nor a command.' },
    nothing: { name: 'Empty scan', what: 'The scanner sent no characters.' },
  },
  verdicts: {
    readsWell: { chip: 'Reads well', next: null },
    wrongLayout: {
      chip: 'Wrong keyboard layout',
      next: 'Set the scanner to the same country as the computer or to US. Best of all: switch it to HID-POS.',
    },
    capsLock: { chip: 'Caps Lock is on', next: 'Turn Caps Lock off and scan again.' },
    lettersLost: {
      chip: 'Letters come out wrong',
      next: 'Set the scanner’s character set to UTF-8. The code for that is in the scanner’s manual.',
      typed: 'Set the scanner to the same country as the computer, or switch it to HID-POS.',
    },
    cut: {
      chip: 'Not the whole code',
      next: 'Hold the scanner still and scan again. If it stays so, reset the scanner with the code in its manual.',
      typed: 'Scan again. If it stays so, set a longer pause between characters, or switch it to HID-POS.',
    },
    noSuffix: {
      chip: 'No Enter at the end',
      next: 'The till has to wait to see whether more comes. Set the scanner to send Enter after each code.',
    },
    misread: {
      chip: 'Read wrong',
      next: 'Scan again. If it happens often, wipe the scanner’s window or print the code larger.',
    },
    unknownProduct: {
      chip: 'Not in the catalogue',
      next: 'The scanner does its job. Import the item with this number, or search for it by name.',
    },
    forPhones: {
      chip: 'For phones',
      next: 'Customers scan this one with {w}. At the till you scan the customer’s own QR.',
    },
    unknownCode: {
      chip: 'Not recognised',
      next: 'If it is an item number of your own, import the item first. Else the till does not need it.',
    },
  },
  kind: 'Kind',
  kindNotTold: 'Not told',
  length: 'Length',
  characters: '{n} characters',
  oneCharacter: '1 character',
  device: 'Scanner',
  inThisWindow: 'As a keyboard',
  ending: 'Ending',
  endings: { enter: 'Enter', tab: 'Tab', none: 'None' },
  pace: 'Pace',
  perCharacter: '{n} ms per character',
  arrivedAs: 'Arrived as',
  notKept: 'Its content is not shown and not kept.',

  scanners: 'Scanners',
  states: {
    absent: 'Not found',
    opening: 'Opening',
    ready: 'Ready',
    denied: 'No access',
    busy: 'Busy',
    lost: 'Unplugged',
    unused: 'Not in use',
  },
  types: 'Types like a keyboard',
  sides: { cashier: 'At the till', customer: 'Faces the customer' },
  dropped: {
    half: '{n} times only a part of a code came. None of it was used.',
    garbled: '{n} times something came that cannot be read. None of it was used.',
    early: '{n} times an old code came as the scanner was opened. It was thrown away.',
    empty: '{n} empty scans.',
    noCode: '{n} messages that are not codes.',
  },
  remedies: {
    udevRule:
      'Linux does not let the till read the scanner. Put the line into the file, run the commands, and plug the scanner in again.',
    serialGroup:
      'The user may not open the serial port. Run the command, sign out and in again, and start the till again.',
    inputMonitoring:
      'The Mac does not let the till read the scanner. Switch Klubbkassa on under System Settings, Privacy & Security, Input Monitoring.',
    otherProgram: 'Another program holds the scanner. Close that program, and the till takes it by itself.',
    plugIn: 'Plug it in. It starts by itself.',
    hidPosMode:
      'Scan the HID-POS code of the scanner’s manual. Honeywell, Zebra DS and Newland have HID-POS; some simple models do not.',
  },
  ruleFile: 'File',
  rule: 'Line',
  thenRun: 'Then run',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Select the text and copy it yourself',

  layouts: layoutNames.en,
  which: 'Which scanner the till listens to',
  serial: {
    title: 'Scanner on a serial port',
    none: { name: 'None', what: 'The till opens no serial port.' },
    port: 'The till opens this port and no other.',
    away: { name: 'The chosen port', what: 'Is not there now. It is opened as soon as it is.' },
    suffix: 'What ends a code',
    suffixes: {
      any: { name: 'CR or LF', what: 'Fits most scanners. Either ends a code.' },
      cr: { name: 'CR', what: 'Only a carriage return ends a code; a line feed may stand in it.' },
      lf: { name: 'LF', what: 'Only a line feed ends a code; a carriage return may stand in it.' },
    },
  },
  facing: {
    name: 'Faces the customer',
    what: 'Customers show their own code there. Commands work only at the till.',
  },
  awayScanner: 'Scanner that is not plugged in',
  addsGoods: {
    name: 'Goods scanned at the customer’s go into the basket',
    what: 'Off: the till takes only the customer’s own code there.',
  },

  sheet: {
    name: 'Test sheet',
    what: 'Codes that show what the scanner can do, and three commands to keep at the till.',
  },
  print: 'Print the test sheet',
  drawing: 'Drawing the codes',
  notDrawn: 'The sheet was not drawn. Load the page again and try once more.',
  sheetMark: 'Test sheet for scanners',
  sheetTests: 'Scan these while the scanner doctor is open',
  sheetCommands: {
    name: 'Commands: cut them out and keep them at the till',
    what: 'A scanner that faces the customer cannot give commands.',
  },
  codes: {
    goods: {
      name: 'Item',
      what: 'The doctor shows the digits. “Not in the catalogue” is right too: the code is of the practice goods.',
    },
    long: { name: 'Long code', what: 'Has to say {n} of {n} characters.' },
    letters: {
      name: 'Letters',
      what: 'Has to say {n} of {n} characters. Else the keyboard layout or the character set is wrong.',
    },
    personal: {
      name: 'Kari’s personal QR, in training only',
      what: 'Has to say personal QR, number ••• 67.',
    },
    request: { name: 'Request payment', what: 'Like the large button once the basket is ready.' },
    cancel: { name: 'Cancel the payment', what: 'Cancels the request that waits.' },
    park: { name: 'Park', what: 'Sets the sale aside.' },
  },
};
