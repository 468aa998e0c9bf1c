/** The operating system's store for secrets, through Electron. Must not be used before Electron is ready. */

import { safeStorage } from 'electron';
import { keyInSystem, type SystemStore } from '../compose/keys.ts';

const system: SystemStore = {
  available() {
    // The backend named so hides the key behind a constant, which is no protection at all.
    const plain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
    return !plain && safeStorage.isEncryptionAvailable();
  },
  seal: (text) => safeStorage.encryptString(text),
  unseal: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
};

export const keyInKeychain = keyInSystem(system);
