/** Changes to the settings of one resource, checked as they would be afterwards. */
import { ConfigResourceType, metadataRecord, type MetadataRecord } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import { type ControllerState, elrEnabled } from './controller-state.js';
import { type Refused, refused } from './refused.js';

const MIN_ISR = 'min.insync.replicas';

/** Null when a resource may be altered, otherwise why not. */
export function checkResource(state: ControllerState, type: number, name: string): Refused | null {
  switch (type) {
    case ConfigResourceType.TOPIC:
      if (name === '') return refused(ErrorCode.INVALID_REQUEST, 'Default topic resources are not allowed.');
      return state.image.topicByName(name) === undefined
        ? refused(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `The topic '${name}' does not exist.`)
        : null;
    case ConfigResourceType.BROKER:
      return name === '' ? null : checkBroker(state, name);
    case ConfigResourceType.CLIENT_METRICS:
      return name === '' ? refused(ErrorCode.INVALID_REQUEST, "Subscription name can't be empty") : null;
    case ConfigResourceType.GROUP:
      return name === '' ? refused(ErrorCode.INVALID_REQUEST, 'Default group resources are not allowed.') : null;
    default:
      return refused(ErrorCode.INVALID_REQUEST, `Unknown resource type ${type}`);
  }
}

function checkBroker(state: ControllerState, name: string): Refused | null {
  if (!/^\d{1,9}$/.test(name)) return refused(ErrorCode.INVALID_REQUEST, `Node id must be an integer, but it is: ${name}`);
  const id = Number(name);
  return state.image.brokers.has(id) || state.image.controllers.has(id)
    ? null
    : refused(ErrorCode.BROKER_ID_NOT_REGISTERED, `No node with id ${id} found.`);
}

/** Null as a value takes a setting out. The records do not repeat what is so already. */
export function changeSettings(
  state: ControllerState,
  type: number,
  name: string,
  changes: ReadonlyMap<string, string | null>,
): readonly MetadataRecord[] | Refused {
  const after = new Map(state.image.configValues(type, name));
  const records: MetadataRecord[] = [];
  for (const [key, value] of changes) {
    // A broker loads its settings anew even where they stay the same: files that they name may have changed (KAFKA-14136).
    if ((after.get(key) ?? null) !== value || type === ConfigResourceType.BROKER) {
      records.push(metadataRecord('ConfigRecord', 0, { resourceType: type, resourceName: name, name: key, value }));
    }
    if (value === null) after.delete(key);
    else after.set(key, value);
  }
  const problem = state.options.configs.validate(type, name, after);
  if (problem !== null) return refused(type === ConfigResourceType.BROKER ? ErrorCode.INVALID_REQUEST : ErrorCode.INVALID_CONFIG, problem);
  const clearing = elrEnabled(state.image) ? clearElr(type, name, records) : null;
  if (clearing !== null && 'errorCode' in clearing) return clearing;
  return clearing === null ? records : [...records, clearing];
}

// Who is eligible was decided with the old minimum, so it is decided anew (KIP-966).
function clearElr(type: number, name: string, records: readonly MetadataRecord[]): MetadataRecord | Refused | null {
  const change = records.find((record) => record.type === 'ConfigRecord' && record.record.name === MIN_ISR);
  if (change?.type !== 'ConfigRecord') return null;
  if (type === ConfigResourceType.TOPIC) return metadataRecord('ClearElrRecord', 0, { topicName: name });
  if (type !== ConfigResourceType.BROKER) return null;
  if (name !== '') {
    return refused(ErrorCode.INVALID_CONFIG, `Broker-level ${MIN_ISR} cannot be altered while ELR is enabled.`);
  }
  if (change.record.value === null) {
    return refused(ErrorCode.INVALID_CONFIG, `Cluster-level ${MIN_ISR} cannot be removed while ELR is enabled.`);
  }
  return metadataRecord('ClearElrRecord', 0, { topicName: '' });
}
