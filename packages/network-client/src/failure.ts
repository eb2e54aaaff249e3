/** Which failures may pass by themselves. */
import { NetworkError } from '@millrace/platform';
import { isRetriable, KafkaError } from '@millrace/protocol';

/** True for a broken or refused connection, and for what Kafka calls retriable. */
export function isRetriableFailure(error: unknown): boolean {
  if (error instanceof NetworkError) return error.code !== 'ECONNABORTED';
  return error instanceof KafkaError && isRetriable(error.code);
}
