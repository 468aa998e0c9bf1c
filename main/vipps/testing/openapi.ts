/**
 * Checks what the till sends against the published OpenAPI documents, where they are at hand beside the repository.
 * Stricter than the documents in one respect: a member they do not name is a mistake, because the services refuse
 * requests with unknown members (payments.md 1). Traps of payments.md 12 are taken out first.
 */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/specs');

export const documentsAtHand = existsSync(join(folder, 'epayment.v1.8.1.yaml'));

/** What is wrong with `body` by the schema of that name; empty: nothing. */
export function complaintsBy(document: string, schemaName: string, body: unknown): readonly string[] {
  const parsed: unknown = parse(readFileSync(join(folder, document), 'utf8'));
  const schemas = z
    .object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) })
    .parse(parsed).components.schemas;
  untrap(schemas);
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'document', components: { schemas: close(schemas) } });
  const validate = ajv.compile({ $ref: `document#/components/schemas/${schemaName}` });
  validate(body);
  return (validate.errors ?? []).map(
    (one) => `${one.instancePath} ${one.message ?? ''} ${JSON.stringify(one.params)}`,
  );
}

/** `Customer` is one of three objects whose members are all optional: every one of them would match. */
function untrap(schemas: Record<string, unknown>): void {
  for (const [name, member] of [
    ['CustomerPhoneNumber', 'phoneNumber'],
    ['PersonalQrCode', 'personalQr'],
    ['CustomerToken', 'customerToken'],
  ] as const) {
    const branch = schemas[name];
    if (typeof branch === 'object' && branch !== null) Object.assign(branch, { required: [member] });
  }
}

/** Closes every object that names its members; `nullable` without `type` is dropped because ajv refuses it. */
function close(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(close);
  if (typeof node !== 'object' || node === null) return node;
  const copied = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, close(value)]));
  if ('properties' in copied && !('additionalProperties' in copied))
    Object.assign(copied, { additionalProperties: false });
  if ('nullable' in copied && !('type' in copied))
    return Object.fromEntries(Object.entries(copied).filter(([key]) => key !== 'nullable'));
  return copied;
}
