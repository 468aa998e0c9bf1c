/** The simulated phone over HTTP: page, state, acts; and the controls of training for a service of its own process. */

import { z } from 'zod';
import { customerCommand } from './customers.ts';
import type { ServiceRequest, ServiceResponse } from './exchange.ts';
import { empty, json, splitUrl } from './exchange.ts';
import { faultCommand } from './faults.ts';
import { phonePage } from './phonePage.ts';
import { phoneLanguage } from './phoneText.ts';
import { phoneAct } from './phoneView.ts';
import { readJson } from './problems.ts';
import type { TrainingService } from './service.ts';

const phoneNumber = z.string().regex(/^\d{9,15}$/);
const actCommand = z.strictObject({ number: phoneNumber, act: phoneAct });

/**
 * Answers what begins with `/phone` or `/training`; `null` for everything else. Events are a stream and belong to the
 * server. `nonce` must be fresh for each request.
 */
export function answerPhone(
  service: TrainingService,
  request: ServiceRequest,
  nonce: string,
): ServiceResponse | null {
  const { path, query } = splitUrl(request.url);
  if (!/^\/(phone|training)(\/|$)/.test(path)) return null;
  if (request.method === 'GET') return answerGet(service, request, path, query, nonce);
  if (request.method === 'POST') return answerPost(service, request, path);
  return empty(405);
}

function answerGet(
  service: TrainingService,
  request: ServiceRequest,
  path: string,
  query: URLSearchParams,
  nonce: string,
): ServiceResponse {
  const asked = phoneNumber.safeParse(query.get('number') ?? '');
  switch (path) {
    case '/phone': {
      const language = phoneLanguage(query.get('lang'), request.headers['accept-language']);
      const page = phonePage(asked.success ? asked.data : '', query.get('scan'), language, nonce);
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': page.policy,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      };
      return { status: 200, headers, body: page.html };
    }
    case '/phone/state':
      return asked.success ? json(200, service.phone(asked.data)) : empty(400);
    case '/phone/personal-qr.svg': {
      if (!asked.success) return empty(400);
      const headers = { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' };
      return { status: 200, headers, body: service.phone(asked.data).personalQr.svg };
    }
    case '/training/ledger':
      return json(200, service.ledger());
    case '/training/faults':
      return json(200, service.faults());
    default:
      return empty(404);
  }
}

function answerPost(service: TrainingService, request: ServiceRequest, path: string): ServiceResponse {
  // A page of another origin cannot send this type without being asked for permission, which nobody gives.
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return empty(415);
  const body = readJson(
    typeof request.body === 'string' ? request.body : Buffer.from(request.body).toString('utf8'),
  );
  if (!body.ok) return empty(400);
  switch (path) {
    case '/phone/act': {
      const command = actCommand.safeParse(body.value);
      if (!command.success) return refused(command.error);
      return json(200, { outcome: service.phoneActs(command.data.number, command.data.act) });
    }
    case '/training/customer': {
      const command = customerCommand.safeParse(body.value);
      if (!command.success) return refused(command.error);
      service.applyCustomer(command.data);
      return empty(204);
    }
    case '/training/fault': {
      const command = faultCommand.safeParse(body.value);
      if (!command.success) return refused(command.error);
      service.applyFault(command.data);
      return empty(204);
    }
    default:
      return empty(404);
  }
}

function refused(error: z.core.$ZodError): ServiceResponse {
  return json(400, { issues: error.issues.map((one) => ({ where: one.path.join('.'), what: one.message })) });
}
