/** What is said when an operation fails in the store, in Confluent's words. */
export interface Operation {
  /** `<timesOut> operation timed out` */
  readonly timesOut: string;
  readonly fails: string;
  /** `Error while forwarding <forwards> request to the leader` */
  readonly forwards: string;
}

export type OperationName =
  | 'register' | 'modifyTags' | 'deleteVersion' | 'deleteSubject' | 'deleteContext' | 'updateConfig' | 'deleteConfig' | 'updateMode' | 'deleteMode' | 'associations' | 'exporters' | 'keys';

export const operations: Readonly<Record<OperationName, Operation>> = {
  register: { timesOut: 'Register', fails: 'Register schema operation failed while writing to the Kafka store', forwards: 'register schema' },
  modifyTags: { timesOut: 'Modify schema tags', fails: 'Modify schema tags operation failed while writing to the Kafka store', forwards: 'modify schema tags' },
  deleteVersion: { timesOut: 'Delete Schema Version', fails: 'Delete Schema Version operation failed while writing to the Kafka store', forwards: 'delete schema version' },
  deleteSubject: { timesOut: 'Delete Subject', fails: 'Delete Subject operation failed while writing to the Kafka store', forwards: 'delete subject' },
  deleteContext: { timesOut: 'Delete Context', fails: 'Delete Context operation failed while writing to the Kafka store', forwards: 'delete context' },
  updateConfig: { timesOut: 'Update compatibility level', fails: 'Failed to update compatibility level', forwards: 'update config' },
  deleteConfig: { timesOut: 'Delete compatibility level', fails: 'Failed to delete compatibility level', forwards: 'delete config' },
  updateMode: { timesOut: 'Update mode', fails: 'Failed to update mode', forwards: 'update mode' },
  deleteMode: { timesOut: 'Delete mode', fails: 'Failed to delete mode', forwards: 'delete mode' },
  exporters: { timesOut: 'Exporter', fails: 'Exporter operation failed while writing to the Kafka store', forwards: 'exporter' },
  keys: { timesOut: 'Key', fails: 'Key operation failed while writing to the Kafka store', forwards: 'key' },
  associations: { timesOut: 'Association', fails: 'Association operation failed while writing to the Kafka store', forwards: 'association' },
};
