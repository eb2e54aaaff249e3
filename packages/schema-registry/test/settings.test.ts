import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseListener } from '../src/settings/listeners.js';
import { loadSettings, settingOfEnvironmentName } from '../src/settings/load-settings.js';
import { startRegistry } from '../src/start-registry.js';

const bootstrap = { 'kafkastore.bootstrap.servers': '127.0.0.1:1' };

describe('settings', () => {
  test('come from a file, the environment and the command line, the later winning', () => {
    const { settings, topicConfigs, warnings, errors } = loadSettings({
      text: 'kafkastore.bootstrap.servers=PLAINTEXT://one:9092\nkafkastore.topic=a\navro.compatibility.level=full\nkafkastore.topic.config.min.insync.replicas=2\nmaster.eligibility=false\nstrange=1\n',
      environment: { SCHEMA_REGISTRY_KAFKASTORE_TOPIC: 'b', SCHEMA_REGISTRY_HOST_NAME: 'here', SCHEMA_REGISTRY_HEAP_OPTS: '-Xmx1g', OTHER: 'x' },
      overrides: ['host.name=there'],
    });
    expect(errors).toEqual([]);
    expect(settings.string('kafkastore.topic')).toBe('b');
    expect(settings.string('host.name')).toBe('there');
    expect(settings.string('schema.compatibility.level')).toBe('full');
    expect(settings.boolean('leader.eligibility')).toBe(false);
    expect(topicConfigs).toEqual({ 'min.insync.replicas': '2' });
    expect(warnings).toEqual(['Unknown settings, ignored: strange']);
    expect(settingOfEnvironmentName('SCHEMA_REGISTRY_A__B___C_D')).toBe('a_b-c.d');
  });

  test.each([
    [{}, 'kafkastore.bootstrap.servers'],
    [{ ...bootstrap, 'schema.compatibility.level': 'sideways' }, 'schema.compatibility.level'],
    [{ ...bootstrap, 'kafkastore.timeout.ms': 'soon' }, 'kafkastore.timeout.ms'],
    [{ ...bootstrap, 'kafkastore.security.protocol': 'SASL_SSL' }, 'only PLAINTEXT is there yet'],
    [{ ...bootstrap, 'authentication.method': 'BASIC' }, 'millrace.authentication.users.file'],
    [{ ...bootstrap, listeners: 'ftp://here' }, 'is not of the form http://host:port'],
    [{ ...bootstrap, listeners: 'https://127.0.0.1:0' }, 'an https listener needs ssl.keystore.location'],
    [{ ...bootstrap, 'ssl.keystore.location': '/does/not/exist' }, 'ssl.keystore.location'],
    [{ ...bootstrap, 'confluent.schema.registry.auth.mechanism': 'SSL' }, 'will not run open in its place'],
    [{ ...bootstrap, 'schema.registry.resource.extension.class': 'io.confluent.kafka.schemaregistry.security.SchemaRegistrySecurityResourceExtension' }, 'will not run open in its place'],
    [{ ...bootstrap, 'ssl.keystore.type': 'BKS' }, 'ssl.keystore.type'],
    [{ ...bootstrap, 'millrace.authorization.grants': 'x' }, 'role:read|write|admin:prefix'],
  ])('%j does not start', async (properties, message) => {
    await expect(startRegistry({ properties })).rejects.toThrow(message);
  });

  test('a Java key store is told how to be read', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'registry-')), 'keys.jks');
    writeFileSync(file, Buffer.from('feedfeed00000002', 'hex'));
    await expect(startRegistry({ properties: { ...bootstrap, 'ssl.keystore.location': file } })).rejects.toThrow('convert it to PKCS12 or PEM');
  });

  test.each([
    ['http://0.0.0.0:8081', { scheme: 'http', host: '0.0.0.0', port: 8081 }],
    ['https://[::1]:0', { scheme: 'https', host: '::1', port: 0 }],
    ['HTTP://:8081/', { scheme: 'http', host: '0.0.0.0', port: 8081 }],
  ])('%s', (text, listener) => expect(parseListener(text)).toEqual(listener));
  test.each(['http://a', 'http://a:70000', 'a:1', ''])('%j is no listener', (text) => expect(() => parseListener(text)).toThrow('is not of the form'));
});
