/** What any failure is answered with. */
import type { Logger } from '@millrace/platform';
import { SchemaError } from '@millrace/schema';
import { invalidSchema, RegistryError } from '../core/registry-error.js';
import { httpError } from './http-error.js';

/** Fastify's own refusals by their code. */
const ofFastify: Readonly<Record<string, number>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 413,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 415,
  FST_ERR_CTP_EMPTY_JSON_BODY: 400,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 400,
  FST_ERR_BAD_URL: 400,
  FST_ERR_MAX_PARAM_LENGTH: 414,
};

export function errorOf(error: unknown, logger: Logger): RegistryError {
  if (error instanceof RegistryError) {
    if (error.httpStatus >= 500) logger.warn('a request failed', { code: error.code, message: error.message, cause: causeOf(error) });
    return error;
  }
  if (error instanceof SchemaError) return invalidSchema(error.message, error);
  const status = ofFastify[(error as { code?: string }).code ?? ''];
  if (status !== undefined) return httpError(status);
  logger.error('a request failed unexpectedly', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  return new RegistryError(500, 'Internal Server Error');
}

function causeOf({ cause }: Error): string | undefined {
  return cause instanceof Error ? cause.message : undefined;
}
