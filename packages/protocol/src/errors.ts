import { ErrorCode } from './error-code.js';
import { errors, type ErrorInfo } from './error-table.js';

export { ErrorCode, errors, type ErrorInfo };

const BY_CODE: ReadonlyMap<number, ErrorInfo> = new Map(errors.map((error) => [error.code, error]));

/** What is known of a code, undefined for one that this version of Kafka does not have. */
export function errorInfo(code: number): ErrorInfo | undefined {
  return BY_CODE.get(code);
}

/** Kafka's name of a code, the number itself for an unknown one. */
export function errorName(code: number): string {
  return BY_CODE.get(code)?.name ?? `error ${code}`;
}

/** Whether trying again may help. Unknown codes are not retried, as in the Java client. */
export function isRetriable(code: number): boolean {
  return BY_CODE.get(code)?.retriable ?? false;
}

/** One line for people. */
export function errorMessage(code: number): string {
  return BY_CODE.get(code)?.message ?? 'This error is not known here.';
}

/** An error code as an error: what a request failed with, or what to answer it with. */
export class KafkaError extends Error {
  readonly code: number;
  readonly retriable: boolean;

  /** `detail` takes the place of the code's own message. */
  constructor(code: number, detail?: string, options?: ErrorOptions) {
    super(detail ?? errorMessage(code), options);
    this.name = errorName(code);
    this.code = code;
    this.retriable = isRetriable(code);
  }
}
