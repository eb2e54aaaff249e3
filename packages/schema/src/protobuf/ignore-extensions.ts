import type { ProtoConstant, ProtoEnum, ProtoField, ProtoFile, ProtoMessage, ProtoOption, ProtoType } from './proto-file.js';

/** The file for readers that know no extensions (`format=ignore_extensions`): custom options but Confluent's own, `extend` and `extensions` left out. */
export function withoutExtensions(file: ProtoFile): ProtoFile {
  return {
    ...file,
    options: plain(file.options),
    extends: [],
    types: file.types.map(ofType),
    services: file.services.map((service) => ({
      ...service,
      options: plain(service.options),
      rpcs: service.rpcs.map((rpc) => ({ ...rpc, options: plain(rpc.options) })),
    })),
  };
}

function ofType(type: ProtoType): ProtoType {
  return type.kind === 'message' ? ofMessage(type) : ofEnum(type);
}

function ofMessage(message: ProtoMessage): ProtoMessage {
  return {
    ...message,
    options: plain(message.options),
    extensions: [],
    extends: [],
    fields: message.fields.map(withPlainOptions),
    oneofs: message.oneofs.map((oneof) => ({ ...oneof, options: plain(oneof.options), fields: oneof.fields.map(withPlainOptions) })),
    groups: message.groups.map((group) => ({ ...group, fields: group.fields.map(withPlainOptions) })),
    types: message.types.map(ofType),
  };
}

function ofEnum(type: ProtoEnum): ProtoEnum {
  return { ...type, options: plain(type.options), constants: type.constants.map(withPlainOptions) };
}

function withPlainOptions<T extends ProtoField | ProtoConstant>(element: T): T {
  return { ...element, options: plain(element.options) };
}

function plain(options: readonly ProtoOption[]): ProtoOption[] {
  return options.filter((option) => !option.isParenthesized || option.name.startsWith('confluent.'));
}
