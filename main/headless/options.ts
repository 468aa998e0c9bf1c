/** The command line of the headless host. */

import { isLoopback } from '../../app/kernel/loopback.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';

export interface ServeOptions {
  readonly kind: 'serve';
  readonly host: string;
  /** `null`: as settings and environment say. 0 takes any free one. */
  readonly port: number | null;
}

export const usage = `klubbkassa serve [--host ADDRESS] [--port NUMBER] [--insecure]
klubbkassa rebuild

The till without windows of its own: the contract over HTTP and the same pages for a browser.
On start it prints one line of JSON with its address and a token for each audience.
With rebuild no till is opened: the list of payments and the days' figures are made anew from the journal of the
data folder, which no till may be using, and one line says how many sales were read.

  --host ADDRESS   where to listen; 127.0.0.1 unless told otherwise
  --port NUMBER    which port; 0 takes any free one
  --insecure       allows a --host that other machines can reach: over plain HTTP everybody on that
                   network can read the tokens and with them work the till
  --help           this text

Environment: KLUBBKASSA_HOME KLUBBKASSA_PROFILE KLUBBKASSA_API_URL KLUBBKASSA_PORT KLUBBKASSA_LOG KLUBBKASSA_KIND
KLUBBKASSA_CLIENT_ID KLUBBKASSA_CLIENT_SECRET KLUBBKASSA_SUBSCRIPTION_KEY KLUBBKASSA_MSN KLUBBKASSA_WEBHOOK_URL
KLUBBKASSA_OPERATOR_PHONE
`;

/** `err` holds the one line that says what is wrong. */
export function readArguments(
  given: readonly string[],
): Result<ServeOptions | { readonly kind: 'help' } | { readonly kind: 'rebuild' }, string> {
  if (given[0] === 'rebuild') {
    return given.length === 1 ? ok({ kind: 'rebuild' }) : err(`not understood: ${given[1]} (see --help)`);
  }
  let host = '127.0.0.1';
  let port: number | null = null;
  let insecure = false;
  const rest = given[0] === 'serve' ? given.slice(1) : [...given];
  while (rest.length > 0) {
    const [name, inline] = splitOnce(rest.shift() ?? '');
    const value = (): string | undefined => inline ?? rest.shift();
    switch (name) {
      case '--help':
      case '-h':
        return ok({ kind: 'help' });
      case '--insecure':
        insecure = true;
        break;
      case '--host': {
        const wanted = value();
        if (wanted === undefined || wanted === '') return err('--host needs an address');
        host = wanted;
        break;
      }
      case '--port': {
        const wanted = value();
        if (wanted === undefined || !/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535) {
          return err('--port needs a number from 0 to 65535');
        }
        port = Number(wanted);
        break;
      }
      default:
        return err(`not understood: ${name} (see --help)`);
    }
  }
  if (!isLoopback(host) && !insecure) {
    return err(
      `--host ${host} can be reached from other machines, and TLS is not built in: whoever shares that network could read the tokens. Say --insecure as well if that is meant.`,
    );
  }
  return ok({ kind: 'serve', host, port });
}

function splitOnce(text: string): readonly [string, string | undefined] {
  const at = text.indexOf('=');
  return text.startsWith('--') && at > 0 ? [text.slice(0, at), text.slice(at + 1)] : [text, undefined];
}
