/** Kafka's properties of a client as the options of our clients. */
import { givenRecord, problemText, readSettings, type Settings, type SettingsTable } from '@millrace/config';
import type { ClientOptions, ControllerOptions } from '@millrace/network-client';
import { ToolError } from './tool-error.js';

/**
 * Checks properties against a client's table. Classes that a Java client needs are not asked for.
 * A connection that was asked to be protected is never made open: such settings are refused.
 */
export function clientSettings(table: SettingsTable, properties: Readonly<Record<string, string>>): Settings {
  const { settings, problems } = readSettings(table, givenRecord(properties));
  const wrong = problems.filter((problem) => !/\.(de)?serializer$/.test(problem.name));
  if (wrong.length > 0) throw new ToolError(wrong.map(problemText).join('; '));
  const protocol = settings.string('security.protocol');
  if (protocol !== 'PLAINTEXT') throw new ToolError(`security.protocol=${protocol} is not there yet, and no open connection is made in its place`);
  return settings;
}

/** What all three clients have in common. */
export function clientOptions(settings: Settings): ClientOptions {
  return { bootstrapServers: settings.list('bootstrap.servers'), ...optionsBesideBootstrap(settings) };
}

/** An admin client may be told of controllers instead. */
export function adminOptions(settings: Settings): ClientOptions & ControllerOptions {
  const controllers = settings.list('bootstrap.controllers');
  return controllers.length === 0 ? clientOptions(settings) : { bootstrapControllers: controllers, ...optionsBesideBootstrap(settings) };
}

function optionsBesideBootstrap(settings: Settings): ClientOptions {
  return {
    ...(settings.string('client.id') !== '' && { clientId: settings.string('client.id') }),
    requestTimeoutMs: settings.int('request.timeout.ms'),
    connectTimeoutMs: settings.long('socket.connection.setup.timeout.ms'),
    retryBackoffMs: settings.long('retry.backoff.ms'),
    retryBackoffMaxMs: settings.long('retry.backoff.max.ms'),
    reconnectBackoffMs: settings.long('reconnect.backoff.ms'),
    reconnectBackoffMaxMs: settings.long('reconnect.backoff.max.ms'),
    metadataMaxAgeMs: settings.long('metadata.max.age.ms'),
  };
}
