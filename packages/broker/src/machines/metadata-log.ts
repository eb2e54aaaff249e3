/** Opens `__cluster_metadata-0`. It is nobody's but the quorum's: no retention but below a snapshot, no checkpoint of its own. */
import type { BrokerConfig } from '@millrace/config';
import type { Logger, Platform } from '@millrace/platform';
import { METADATA_TOPIC_ID } from '@millrace/protocol';
import { defaultLogConfig, type Log, metadataTopic, openLog } from '@millrace/storage';

const LARGEST_BATCH = 2_147_483_647;
const NO_LIMIT = -1;

/** @param wasClosed whether the directory was closed in order: then nothing is scanned */
export async function openMetadataLog(platform: Platform, config: BrokerConfig, wasClosed: boolean): Promise<Log> {
  const directory = `${config.metadataLogDir}/${metadataTopic}-0`;
  return openLog(platform, {
    directory,
    topic: metadataTopic,
    partition: 0,
    topicId: METADATA_TOPIC_ID,
    config: {
      ...defaultLogConfig,
      segmentBytes: config.int('metadata.log.segment.bytes'),
      segmentMs: config.long('metadata.log.segment.ms'),
      retentionMs: NO_LIMIT,
      retentionBytes: NO_LIMIT,
      maxMessageBytes: LARGEST_BATCH,
    },
    wasClosed,
    recoveryPoint: 0,
    logStartOffset: 0,
    highWatermark: 0,
  });
}

/** A log that ends before its snapshot has lost what the snapshot holds: what it took next would be passed over by the next start. */
export function goOnAt(log: Log, snapshotEnd: number, logger: Logger): void {
  logger.warn(`the metadata log ends at ${log.logEndOffset}, its snapshot at ${snapshotEnd}: it goes on from there`);
  log.truncateFullyAndStartAt(snapshotEnd);
}
