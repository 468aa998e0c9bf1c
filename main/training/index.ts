/** The simulated Vipps MobilePay service of training mode: everything others may use of it. */

export type { CustomerCommand, CustomerScript, EnrolmentWay, PayingWay } from './customers.ts';
export { customerCommand, customerScript, enrolmentWays, payingWays, walkInPhone } from './customers.ts';
export type { ServiceAnswer, ServiceRequest, ServiceResponse } from './exchange.ts';
export type { EndpointName, FaultCommand, FaultName, TrainingFault } from './faults.ts';
export { endpointNames, faultCommand, faultNames, trainingFault } from './faults.ts';
export type { Ledger, LedgerEvent, LedgerPayment } from './ledger.ts';
export type { Memory } from './memory.ts';
export { fileMemory } from './memory.ts';
export type { ApiKeys, DefaultCustomer, PersonalQrForm, SalesUnit, TrainingOptions } from './options.ts';
export { trainingKeys } from './options.ts';
export type { PhoneAct, PhoneActOutcome, PhonePayment, PhoneView } from './phoneView.ts';
export { phoneAct } from './phoneView.ts';
export { qrModules } from './qrImage.ts';
export { qrPng, qrSvg } from './qrImageFiles.ts';
export type { TrainingServer, TrainingServerOptions } from './server.ts';
export { startTrainingServer } from './server.ts';
export type { TrainingService } from './service.ts';
export { createTrainingService } from './service.ts';
export type { Delivery, DeliveryOutcome, SendWebhook } from './webhookDelivery.ts';
export { signDelivery } from './webhookSignature.ts';
