import { messageAt, messageIndexes, messageNames, parseSchema, SchemaError } from '@millrace/schema';
import { expect, test } from 'vitest';
import { PROTO3 } from './samples.js';

const proto = (schema: string) => parseSchema('PROTOBUF', { schema, isNew: true });

test('the text is stored in order, without comments', () => {
  const text = `/* c */ syntax="proto3";package a.b;// d
option java_package = 'x'; import public "google/protobuf/any.proto"; import "google/protobuf/empty.proto";
enum E{Z=0;} message M{ oneof o{string s=2;} int32 a=1[deprecated=true]; reserved 5,7 to 9; message N{} enum F{Y=0;} map<string,N> m=3; }
service S{rpc R(M)returns(stream M){option deprecated=true;}}`;
  expect(proto(text).canonicalString).toBe(`syntax = "proto3";
package a.b;

import "google/protobuf/empty.proto";
import public "google/protobuf/any.proto";

option java_package = "x";

message M {
  reserved 5, 7 to 9;

  int32 a = 1 [deprecated = true];
  map<string, N> m = 3;

  oneof o {
    string s = 2;
  }

  message N {}
  enum F {
    Y = 0;
  }
}
enum E {
  Z = 0;
}

service S {
  rpc R (M) returns (stream M) {
    option deprecated = true;
  };
}
`);
});

test('normalized: fields by number, names in full, reserved apart, proto2 unsaid', () => {
  const text = `syntax = "proto2"; package a; import "google/protobuf/empty.proto"; import "google/protobuf/any.proto";
message M { optional N b = 2; optional string a = 1; reserved 9, 5 to 5; reserved "z", "y"; oneof p { int32 d = 7; int32 c = 6; } oneof o { int32 e = 4; } message N {} }
enum E { B = 1; A = 0; }`;
  expect(proto(text).normalize().canonicalString).toBe(`package a;

import "google/protobuf/any.proto";
import "google/protobuf/empty.proto";

message M {
  reserved 5;
  reserved 9;
  reserved "y";
  reserved "z";

  optional string a = 1;
  optional .a.M.N b = 2;

  oneof o {
    int32 e = 4;
  }
  oneof p {
    int32 c = 6;
    int32 d = 7;
  }

  message N {}
}
enum E {
  A = 0;
  B = 1;
}
`);
});

test('format=ignore_extensions leaves custom options out, but not those of Confluent', () => {
  const text = `syntax = "proto2"; import "google/protobuf/descriptor.proto"; import "confluent/meta.proto";
extend google.protobuf.FieldOptions { optional int32 x = 50000; }
message M { optional int32 a = 1 [(x) = 1, deprecated = true, (confluent.field_meta).doc = "d"]; extensions 100 to 200; }`;
  expect(proto(text).formattedString('ignore_extensions')).toBe(`syntax = "proto2";

import "google/protobuf/descriptor.proto";
import "confluent/meta.proto";

message M {
  optional int32 a = 1 [
    deprecated = true,
    (confluent.field_meta).doc = "d"
  ];
}
`);
});

test('messages are named and counted among messages alone', () => {
  const { file, name } = proto('syntax = "proto3"; package p; enum E { Z = 0; } message A { enum F { Y = 0; } message B {} message C { message D {} } } message G {}');
  expect(name).toBe('p.A');
  expect(messageNames(file)).toEqual(['p.A', 'p.A.B', 'p.A.C', 'p.A.C.D', 'p.G']);
  expect(messageNames(file).map((fullName) => messageIndexes(file, fullName))).toEqual([[0], [0, 0], [0, 1], [0, 1, 0], [1]]);
  expect(messageAt(file, [0, 1, 0])).toBe('p.A.C.D');
  expect(() => messageAt(file, [2])).toThrow(SchemaError);
  expect(() => messageIndexes(file, 'p.X')).toThrow('No message p.X in the schema');
});

test('imports are found among references, also those of references', () => {
  const files: Record<string, string> = {
    'b.proto': 'syntax = "proto3"; package b; import public "c.proto"; message B { c.C c = 1; }',
    'c.proto': 'syntax = "proto3"; package c; message C {}',
  };
  const resolve = ({ name }: { name: string }) => ({ schema: files[name] ?? '', references: name === 'b.proto' ? [{ name: 'c.proto', subject: 'c', version: 1 }] : [] });
  const schema = parseSchema('PROTOBUF', {
    schema: 'syntax = "proto3"; import "b.proto"; message A { b.B b = 1; c.C c = 2; }',
    references: [{ name: 'b.proto', subject: 'b', version: 1 }],
    resolve,
    isNew: true,
  });
  expect([...schema.imported.keys()]).toEqual(['c.proto', 'b.proto']);
  expect(schema.normalize().canonicalString).toContain('.c.C c = 2;');
});

/** What is sent, where it is wrong, and what is said. */
test.each<[string, string, RegExp]>([
  ['syntax = "proto4";', '1:1', /unexpected syntax: proto4/],
  ['message M {}\nsyntax = "proto3";', '2:1', /must be the first declaration/],
  ['edition = "1999";', '1:1', /unknown edition: 1999/],
  ['syntax = "proto3";\nmessage M {\n  string a = 0;\n}', '3:3', /Field number 0 of "a" is not in 1 to 536870911/],
  ['syntax = "proto3";\nmessage M {\n  string a = 1;\n  string b = 1;\n}', '4:3', /Field number 1 has already been used in "M"/],
  ['syntax = "proto3";\nmessage M {\n  string a = 1;\n  string a = 2;\n}', '4:3', /field a is already defined at 3:3/],
  ['syntax = "proto3";\nmessage M { string a = 19500; }', '2:13', /range 19000 to 19999/],
  ['syntax = "proto3";\nmessage M { reserved 1 to 5; string a = 3; }', '2:30', /uses reserved number 3/],
  ['syntax = "proto3";\nmessage M { reserved "a"; string a = 3; }', '2:27', /name "a" is reserved/],
  ['syntax = "proto3";\nmessage M { required string a = 3; }', '2:13', /'required' label forbidden/],
  ['edition = "2023";\nmessage M { optional string a = 3; }', '2:13', /'optional' label forbidden/],
  ['message M { string a = 1; }', '1:13', /unexpected label: string/],
  ['syntax = "proto3";\nenum E { A = 1; }', '2:10', /first enum value of "E" must be zero/],
  ['syntax = "proto3";\nenum E { A = 0; B = 0; }', '2:17', /uses the number 0 again/],
  ['syntax = "proto3";\nenum E { }', '2:1', /must contain at least one value/],
  ['syntax = "proto3";\nmessage M { oneof o { } }', '2:13', /must have at least one field/],
  ['syntax = "proto3";\nmessage M { map<float, int32> a = 1; }', '2:13', /Key of a map cannot be float/],
  ['syntax = "proto3";\nmessage M { ', '2:13', /unexpected end of file/],
  ['syntax = "proto3";\nmessage M {}\nmessage M {}', '3:1', /type M is already defined at 2:1/],
  ['syntax = "proto3"; option x = "a', '1:33', /unterminated string/],
])('%s', (schema, place, detail) => {
  let error: unknown;
  try {
    proto(schema);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(SchemaError);
  expect(error).toMatchObject({ code: 'INVALID_SCHEMA', place });
  expect((error as SchemaError).detail).toMatch(detail);
});

test.each([
  ['syntax = "proto3";\nimport "x.proto";', '2:1', 'No dependency found for import "x.proto"'],
  ['syntax = "proto3";\nmessage M { N n = 1; }', '2:13', 'Could not resolve type: N'],
  ['syntax = "proto3";\nservice S { rpc R (M) returns (M); }', '2:13', 'Could not resolve message type: M'],
  ['extend Nothing { optional int32 a = 1; }', '1:1', 'Could not resolve extended message: Nothing'],
])('%s leads nowhere', (schema, place, detail) => {
  expect(() => proto(schema)).toThrow(new SchemaError('INVALID_REFERENCE', place, detail));
});

test('what was stored is taken though it does not resolve', () => {
  expect(parseSchema('PROTOBUF', { schema: 'syntax = "proto3"; import "x.proto"; message M { N n = 1; }' }).name).toBe('M');
});

test('a descriptor whose names are the defaults of its compiler is the schema of the text', () => {
  const text = proto(PROTO3);
  expect(proto(text.formattedString('serialized')).normalize().canonicalString).toBe(text.normalize().canonicalString);
  expect(() => proto('AAAA')).toThrow(/neither a .proto file nor a file descriptor/);
});
