import { expect, test } from 'vitest';
import { isSigned } from './verify.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const scheme = 'HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=';

/** The vector published with the Webhooks API (2023) and three made by the same rules (payments.md 6.5). */
const published = {
  secret: 'A0+AeKBRG2KRGvnNwJpQlb6IJFk48CKXCIcrLoHncVJKDILsQSxS6NWCccwWm6r6FhGKhiHTBsG2wo/xU6FY/A==',
  host: 'webhook.site',
  pathAndQuery: '/e2cee29b-012e-4f1d-8ef4-e95fd74a7a63',
  date: 'Thu, 30 Mar 2023 08:38:32 GMT',
  body: '{"some-unique-content":"ee6e441b-cc4a-46f8-895d-a5af79bcc233/hello-world"}',
  hash: 'lNlsp1XA03N34HrQsVzPgJKtC+r7l/RBF4V3JQUWMj4=',
  signature: 'agAiSyogQbDHpeucoNwYz+yAr5nJ+v+zasdkSbqzv+U=',
};
const masked = {
  ...published,
  secret: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==',
  signature: 'u4zz3dyO3c3xJwl36rPpn1n7WF75u6r2epjH70MZTGM=',
};
const queryAndNorwegian = {
  secret: '090a478d-37ff-4e77-970e-d457aeb26a3a',
  host: 'pos.example.com',
  pathAndQuery: '/hooks/vipps?store=0042&till=3',
  date: 'Mon, 23 Nov 2026 06:40:54 GMT',
  body: '{"msn":"123456","reference":"store0042-till03-20261123-000187-1","name":"AUTHORIZED","note":"æøå"}',
  hash: 'bYUFqGsHJ7q26MxLdyPizj6t/HhdF92iV1yuT8B72ZI=',
  signature: 'FWrZmyBLjooHxC4GUazfqvNrOhEwmICWOeeXNedBXJE=',
};
const port = {
  ...queryAndNorwegian,
  host: 'pos.example.com:8443',
  pathAndQuery: '/hooks/vipps',
  body: '{}',
  hash: 'RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=',
  signature: 'hd5WJy4aNOWcLAgbOgiWGLKCLJ+lB1zlZO7iBtOhZGc=',
};

type Vector = typeof published;

function delivery(vector: Vector) {
  return {
    headers: {
      'x-ms-date': vector.date,
      'x-ms-content-sha256': vector.hash,
      authorization: scheme + vector.signature,
    },
    rawBody: bytes(vector.body),
  };
}

test.each([
  ['published', published],
  ['with the masked secret of newer editions', masked],
  ['query and letters beyond ASCII', queryAndNorwegian],
  ['a port in the host', port],
])('the vector %s is signed', (_name, vector) => {
  expect(isSigned(delivery(vector), vector)).toBe(true);
});

test('the published signature does not belong to the masked secret', () => {
  expect(isSigned(delivery(published), masked)).toBe(false);
});

test.each<readonly [string, Partial<Vector>]>([
  ['another body', { body: `${published.body} ` }],
  ['another date', { date: 'Thu, 30 Mar 2023 08:38:33 GMT' }],
  ['a hash of another body', { hash: port.hash }],
  ['a signature cut short', { signature: 'agAiSyogQbDHpeuc' }],
  ['no signature', { signature: '' }],
])('%s is not', (_what, change) => {
  expect(isSigned(delivery({ ...published, ...change }), published)).toBe(false);
});

test.each<readonly [string, Partial<Vector>]>([
  ['path', { pathAndQuery: '/' }],
  ['host', { host: 'webhook.example' }],
  ['secret', { secret: `${published.secret}=` }],
])('with another %s registered it is not', (_what, change) => {
  expect(isSigned(delivery(published), { ...published, ...change })).toBe(false);
});

test.each(['x-ms-date', 'x-ms-content-sha256', 'authorization'])('without %s it is not', (name) => {
  const { headers, rawBody } = delivery(published);
  const fewer = Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name));
  expect(isSigned({ headers: fewer, rawBody }, published)).toBe(false);
});
