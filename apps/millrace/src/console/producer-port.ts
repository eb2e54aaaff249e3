/** What the console producer asks of a producer. */
import type { LineRecord } from './line-reader.js';

export interface ProducerPort {
  send(topic: string, record: LineRecord): Promise<void>;
  flush(): Promise<void>;
  close(): Promise<void>;
}
