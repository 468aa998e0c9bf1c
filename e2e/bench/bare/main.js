/** The least an Electron application can be: one window, or as many as asked for, with a tiny page of its own. */

// biome-ignore lint/style/noRestrictedImports: an application of its own, beside the product
import { app, BrowserWindow } from 'electron';

app.setPath('userData', process.env['BARE_HOME'] ?? app.getPath('userData'));
const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 600 },
];

app.whenReady().then(() => {
  for (const size of sizes.slice(0, Number(process.env['BARE_WINDOWS'] ?? 1))) {
    const window = new BrowserWindow({ ...size, show: false });
    window.setMenu(null);
    window.once('ready-to-show', () => window.show());
    window.loadFile('index.html');
  }
});
process.on('SIGTERM', () => app.exit(0));
