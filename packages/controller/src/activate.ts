/** The first decision of a new leader: end what its predecessor left open, and in an empty log write the bootstrap records. */
import { metadataRecord, type MetadataRecord, METADATA_VERSION_FEATURE, supportsMetadataTransactions } from '@millrace/metadata';
import type { ControllerState } from './controller-state.js';
import type { Decision } from './decision.js';
import { minInSyncReplicasRecord } from './bootstrap.js';

export function activate(state: ControllerState, bootstrap: readonly MetadataRecord[], inTransaction: boolean): Decision<null> {
  const records: MetadataRecord[] = [];
  if (inTransaction) {
    records.push(metadataRecord('AbortTransactionRecord', 0, { reason: 'the controller that began it is gone' }));
  }
  if (state.image.features.size === 0) records.push(...bootstrapBatch(state, bootstrap));
  return { records, events: [{ type: 'activated' }], response: null };
}

function bootstrapBatch(state: ControllerState, bootstrap: readonly MetadataRecord[]): MetadataRecord[] {
  const level = (feature: string): number => {
    const record = bootstrap.find((one) => one.type === 'FeatureLevelRecord' && one.record.name === feature);
    return record?.type === 'FeatureLevelRecord' ? record.record.featureLevel : 0;
  };
  const content = [...bootstrap];
  if (level('eligible.leader.replicas.version') > 0) content.push(minInSyncReplicasRecord(state));
  if (!supportsMetadataTransactions(level(METADATA_VERSION_FEATURE))) return content;
  return [
    metadataRecord('BeginTransactionRecord', 0, { name: 'Bootstrap records' }),
    ...content,
    metadataRecord('EndTransactionRecord', 0, {}),
  ];
}
