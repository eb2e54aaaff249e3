/** A broker that was asked to be closed must not run open: what guards it and is not there yet stops the start. */
import type { BrokerConfig } from './broker-config.js';
import { parseValue } from './parse-value.js';
import type { ConfigProblem } from './problem.js';
import { brokerTable } from './tables/broker.js';
import { brokerSettingEffect, withoutListenerPrefix } from './tables/effects.js';

export function missingProtection(config: BrokerConfig): ConfigProblem[] {
  return [...guardingSettings(config), ...guardedListeners(config)];
}

function guardingSettings(config: BrokerConfig): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  for (const [name, { text, origin }] of config.layers.static) {
    if (brokerSettingEffect(name) !== 'protects' || isDefault(name, text)) continue;
    const isSecret = brokerTable.get(withoutListenerPrefix(name))?.type === 'PASSWORD' || /password|secret|jaas/.test(name);
    problems.push({ name, value: isSecret ? '[hidden]' : text, reason: 'this protection is not there yet, and the broker will not run open in its place', allowed: null, origin });
  }
  return problems;
}

function isDefault(name: string, text: string): boolean {
  const setting = brokerTable.get(name);
  if (setting === undefined) return false;
  const [given, standard] = [parseValue(setting, text), parseValue(setting, setting.default)];
  return given.ok && standard.ok && given.parsed.text === (standard.parsed.text ?? '');
}

function guardedListeners(config: BrokerConfig): ConfigProblem[] {
  const used = new Set([...config.listeners.map((endpoint) => endpoint.listenerName), ...config.controllerListenerNames, config.interBrokerListenerName]);
  const problems: ConfigProblem[] = [];
  for (const name of used) {
    const protocol = config.listenerProtocols.get(name);
    if (protocol === undefined || protocol === 'PLAINTEXT') continue;
    const key = config.isGiven('listener.security.protocol.map') ? 'listener.security.protocol.map' : 'listeners';
    const given = config.layers.static.get(key);
    problems.push({
      name: key,
      value: given?.text ?? null,
      reason: `listener ${name} asks for ${protocol}, which is not there yet, and the broker will not run open in its place`,
      allowed: 'listeners of protocol PLAINTEXT',
      origin: given?.origin ?? null,
    });
  }
  return problems;
}
