/** Refusals of HTTP itself, in the words of Confluent's server. */
import { RegistryError } from '../core/registry-error.js';

const phrases: Readonly<Record<number, string>> = {
  400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 406: 'Not Acceptable', 413: 'Request Entity Too Large',
  414: 'Request-URI Too Long', 415: 'Unsupported Media Type', 503: 'Service Unavailable',
};

export function httpError(status: number): RegistryError {
  return new RegistryError(status, `HTTP ${status} ${phrases[status] ?? 'Error'}`);
}

export const unauthorized = (): RegistryError => new RegistryError(401, 'Unauthorized');
/** A body that is no JSON, or whose members are of other types. */
export const badBody = (message: string): RegistryError => new RegistryError(400, message);
export const missingBody = (): RegistryError => new RegistryError(422, 'The request body must not be null');
