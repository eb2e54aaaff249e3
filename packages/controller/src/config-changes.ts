/** Changes to the settings of one resource, checked as they would be afterwards. */
import { ConfigResourceType, metadataRecord, type MetadataRecord } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import { type ControllerState, elrEnabled } from './controller-state.js';
import { isRefused, type Refused, refused } from './refused.js';
import { checkTopicName } from './topic-name.js';

const MIN_ISR = 'min.insync.replicas';

/** Null when there may be such a resource, otherwise why not. */
function checkName(type: number, name: string): Refused | null {
  switch (type) {
    case ConfigResourceType.TOPIC:
      return name === '' ? refused(ErrorCode.INVALID_REQUEST, 'Default topic resources are not allowed.') : checkNameOfTopic(name);
    case ConfigResourceType.BROKER:
      return name === '' || /^\d{1,9}$/.test(name) ? null : refused(ErrorCode.INVALID_REQUEST, `Node id must be an integer, but it is: ${name}`);
    case ConfigResourceType.CLIENT_METRICS:
      return name === '' ? refused(ErrorCode.INVALID_REQUEST, "Subscription name can't be empty") : null;
    case ConfigResourceType.GROUP:
      return name === '' ? refused(ErrorCode.INVALID_REQUEST, 'Default group resources are not allowed.') : null;
    default:
      return refused(ErrorCode.INVALID_REQUEST, `Unknown resource type ${type}`);
  }
}

function checkNameOfTopic(name: string): Refused | null {
  const problem = checkTopicName(name);
  return problem === null ? null : refused(ErrorCode.INVALID_TOPIC_EXCEPTION, problem);
}

/** Null when the resource is there, as topics and brokers must be. */
function checkExistence({ image }: ControllerState, type: number, name: string): Refused | null {
  if (type === ConfigResourceType.TOPIC) {
    return image.topicByName(name) === undefined ? refused(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `The topic '${name}' does not exist.`) : null;
  }
  if (type !== ConfigResourceType.BROKER || name === '' || image.brokers.has(Number(name)) || image.controllers.has(Number(name))) return null;
  return refused(ErrorCode.BROKER_ID_NOT_REGISTERED, `No node with id ${name} found.`);
}

/** What is asked of a resource, before anything is known of it: null when it may be. */
export function checkAsked(configs: readonly { readonly name: string; readonly value: string | null; readonly deletes: boolean }[]): Refused | null {
  if (new Set(configs.map(({ name }) => name)).size < configs.length) return refused(ErrorCode.INVALID_REQUEST, 'Error due to duplicate config keys');
  const nulls = configs.filter(({ value, deletes }) => value === null && !deletes).map(({ name }) => name);
  return nulls.length === 0 ? null : refused(ErrorCode.INVALID_REQUEST, `Null value not supported for : ${nulls.join(', ')}`);
}

/** As `changeSettings`, of a resource that may not be there; what is wrong with the settings is told first, as in Kafka. */
export function changeSettingsOf(
  state: ControllerState,
  type: number,
  name: string,
  changes: ReadonlyMap<string, string | null>,
): readonly MetadataRecord[] | Refused {
  const problem = checkName(type, name);
  if (problem !== null) return problem;
  const records = changeSettings(state, type, name, changes);
  return isRefused(records) ? records : (checkExistence(state, type, name) ?? records);
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
