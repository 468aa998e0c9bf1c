/** Runs the training service in a process of its own: `node main/training/serve.ts [port]`. Prints one JSON line. */

import { trainingKeys } from './options.ts';
import { startTrainingServer } from './server.ts';

const server = await startTrainingServer({ port: Number(process.argv[2] ?? '0') });
process.stdout.write(`${JSON.stringify({ url: server.url, keys: trainingKeys })}\n`);
const end = (): void => {
  void server.close().then(() => process.exit(0));
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
