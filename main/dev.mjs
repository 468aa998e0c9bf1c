/**
 * `npm run dev`: the windows' pages as they are edited, over a headless till that was built a moment ago. A change of the
 * till itself needs a new start.
 */

import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
if (spawnSync(process.execPath, [vite, 'build'], { cwd: root, stdio: 'inherit' }).status !== 0)
  process.exit(1);

const till = spawn(process.execPath, [join(root, 'dist', 'main', 'headless.js'), 'serve', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
till.on('exit', (code) => process.exit(code ?? 1));
process.on('exit', () => till.kill());
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));

/** @type {{ url: string, screens: Record<string, string> }} */
const ready = await new Promise((resolve) => {
  createInterface({ input: till.stdout }).once('line', (line) => resolve(JSON.parse(line)));
});

const behind = { target: ready.url, changeOrigin: true, headers: { origin: ready.url.replace(/\/$/, '') } };
const pages = await createServer({
  configFile: join(root, 'vite.config.ts'),
  server: { host: '127.0.0.1', proxy: { '/api': behind, '/qr': behind } },
});
await pages.listen();

const here = pages.resolvedUrls?.local[0] ?? '';
for (const [screen, address] of Object.entries(ready.screens)) {
  process.stdout.write(`${screen.padEnd(9)} ${address.replace(ready.url, here)}\n`);
}
