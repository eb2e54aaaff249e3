import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MessageCodec } from '../../src/message-codec.ts';
import type { Message } from '../generator/definition.ts';
import { generatedDirectory, packagesWithDefinitions, readDefinitions } from '../generator/packages.ts';

/** A message's definition and the generated code that is to agree with it. */
export interface KnownMessage {
  readonly message: Message;
  readonly codec: MessageCodec<unknown>;
}

/** Every message of every package by name, its generated module loaded by path: this package depends on none of them. */
export async function loadCodecs(): Promise<Map<string, KnownMessage>> {
  const known = new Map<string, KnownMessage>();
  for (const packageName of packagesWithDefinitions()) {
    for (const { file, messages } of readDefinitions(packageName)) {
      const path = join(generatedDirectory(packageName), file.replace(/\.api$/, '.ts'));
      const module = (await import(pathToFileURL(path).href)) as Record<string, MessageCodec<unknown>>;
      for (const message of messages) {
        const codec = module[message.name.charAt(0).toLowerCase() + message.name.slice(1)];
        if (codec === undefined) throw new Error(`${path} exports no codec of ${message.name}`);
        known.set(message.name, { message, codec });
      }
    }
  }
  return known;
}
