/** Differences between Apache Kafka's answers and ours that are meant. Each row must be met: one that is not is out of date. */
import type { Difference } from './compare.js';

export interface Accepted {
  readonly api: string;
  /** Default: all that is asked of the API. */
  readonly about?: RegExp;
  readonly path: RegExp;
  readonly reason: string;
}

const more = 'says more than Kafka, which says nothing or less';
const manyMistakes = 'which of several mistakes is named, and whether a part of a list is shown with its spaces';
const thrown = 'Kafka fails with an exception that it does not expect there';

export const accepted: readonly Accepted[] = [
  // What is not served here.
  { api: 'ApiVersions', path: /^apiKeys(\.length|\[\d+\])$/, reason: 'APIs that are not served are not announced' },
  { api: 'FindCoordinator', about: /of a transaction|of a share group|type that is not known/, path: /./, reason: 'transactions and share groups are not served' },
  { api: 'IncrementalAlterConfigs', about: /^a logger$/, path: /error/, reason: 'there are no loggers by name' },
  { api: 'IncrementalAlterConfigs', about: /too much at once/, path: /error/, reason: 'there are no such threads, so their number is only noted' },
  { api: 'DescribeConfigs', path: /configs(\.length|\["(millrace|confluent)\.)/, reason: 'settings that Kafka does not have' },
  // What differs by nature.
  { api: 'DescribeQuorum', path: /(highWatermark|logEndOffset)$/, reason: 'Kafka writes a record each half second to keep the log alive' },
  // Where Kafka gives no useful answer.
  { api: 'AlterConfigs', about: /^the same twice$/, path: /./, reason: 'Kafka never answers' },
  { api: 'Produce', about: /^null$/, path: /./, reason: 'Kafka never answers' },
  { api: 'Produce', about: /^codec 7$/, path: /(errorCode|logStartOffset)$/, reason: thrown },
  { api: 'Fetch', about: /unknown isolation level/, path: /./, reason: thrown },
  { api: 'ListOffsets', about: /^isolation level 2$/, path: /./, reason: thrown },
  { api: 'Metadata', about: /^neither name nor id$/, path: /./, reason: thrown },
  { api: 'DescribeTopicPartitions', about: /^bad names$/, path: /./, reason: thrown },
  { api: 'IncrementalAlterConfigs', about: /^an unknown operation$/, path: /error/, reason: thrown },
  { api: 'UpdateFeatures', about: /^twice$/, path: /./, reason: 'which of the two counts is not defined, so both are refused' },
  // Where ours does better by a client.
  { api: 'Metadata', about: /made by asking|a topic that is not there/, path: /"…-(auto|nowhere)"/, reason: 'the topic is made before the answer, so the client need not ask again' },
  { api: 'Produce', path: /(errorMessage|batchIndexErrorMessage)$/, reason: more },
  { api: 'DeleteGroups', path: /errorMessage$/, reason: more },
  { api: 'DescribeConfigs', about: /not there|resource type|^odd /, path: /errorMessage$/, reason: more },
  { api: 'IncrementalAlterConfigs', about: /^client metrics, /, path: /errorCode$/, reason: 'a wrong setting is INVALID_CONFIG whosever it is' },
  { api: 'CreateTopics', about: /^odd /, path: /errorMessage$/, reason: manyMistakes },
  { api: 'AlterConfigs', about: /^odd /, path: /errorMessage$/, reason: manyMistakes },
  { api: 'IncrementalAlterConfigs', about: /^odd /, path: /errorMessage$/, reason: manyMistakes },
  { api: 'CreateTopics', about: /^settings$/, path: /"retention\.bytes"/, reason: 'a number is given back as it was understood' },
];

/** The row that allows a difference. */
export function acceptedAs({ api, about, path }: Difference): Accepted | undefined {
  return accepted.find((row) => row.api === api && row.path.test(path) && row.about?.test(about) !== false);
}
