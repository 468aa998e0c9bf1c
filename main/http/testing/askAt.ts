/** A client that may lie about who it is, for tests of the host. */

import { type IncomingMessage, request as nodeRequest } from 'node:http';

export interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly json: unknown;
}

/** Node's own client, since `fetch` does not let a test lie about Host and Origin. */
export function askAt(port: number, path: string, options: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const sent = nodeRequest({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => {
        const isJson = answer.headers['content-type']?.startsWith('application/json') === true;
        const json: unknown = isJson ? JSON.parse(text) : null;
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
