/** Files with everything that a `.proto` file can hold, for descriptors and canonical texts. Public imports stand last, where Confluent puts them. */

export const PROTO3 = `// A comment.
syntax = "proto3";
package shop.v1;

import "google/protobuf/timestamp.proto";
import "google/type/money.proto";
import public "google/protobuf/wrappers.proto";

option java_package = "com.shop";
option java_multiple_files = true;
option optimize_for = SPEED;

/* An order. */
message Order {
  option deprecated = true;
  string id = 1;
  optional int64 customer = 2;
  repeated Line lines = 3;
  map<string, Line> by_name = 4;
  map<int32, Status> states = 5;
  google.protobuf.Timestamp at = 6;
  google.type.Money total = 7;
  oneof payment {
    string card = 8;
    Voucher voucher = 9;
  }
  Status status = 10 [deprecated = true, json_name = "orderStatus"];
  repeated int32 packed_off = 11 [packed = false];
  double d = 12; float f = 13; uint32 u32 = 14; uint64 u64 = 15; sint32 s32 = 16; sint64 s64 = 17;
  fixed32 f32 = 18; fixed64 f64 = 19; sfixed32 sf32 = 20; sfixed64 sf64 = 21; bool b = 22; bytes raw = 23;
  .shop.v1.Order previous = 24;
  reserved 100 to 110, 120, 200 to max;
  reserved "old", "older";
  message Line {
    string sku = 1;
    int32 count = 2;
    Inner inner = 3;
    message Inner { Line line = 1; }
  }
  enum Status {
    option allow_alias = true;
    UNKNOWN = 0;
    OPEN = 1;
    STARTED = 1;
    CLOSED = 2 [deprecated = true];
    reserved 5, 7 to 9, -10 to -5;
    reserved "GONE";
  }
}

message Voucher { string code = 1; }
enum Color { RED = 0; }

service Orders {
  option deprecated = true;
  rpc Get (Voucher) returns (Order);
  rpc Watch (stream .shop.v1.Voucher) returns (stream Order) { option idempotency_level = IDEMPOTENT; }
}
`;

export const PROTO2 = `syntax = "proto2";
package legacy;

import "google/protobuf/descriptor.proto";

extend google.protobuf.FieldOptions {
  optional Rule rule = 50001;
  repeated string notes = 50002;
}
extend google.protobuf.MessageOptions { optional int32 weight = 50003; }

message Rule {
  optional int32 min = 1;
  optional int32 max = 2;
  repeated string tags = 3;
  optional Kind kind = 4;
  enum Kind { SOFT = 0; HARD = 1; }
}

message Item {
  option (weight) = 7;
  required string name = 1 [(rule).min = 1, (rule).max = 0x10, (notes) = "a", (notes) = "b"];
  optional int32 size = 2 [default = 5, (rule) = { min: 2, tags: ["x", "y"], kind: HARD }];
  optional double ratio = 3 [default = 1.5e3];
  optional float limit = 4 [default = -inf];
  optional string text = 5 [default = "quo\\"te\\n"];
  optional bytes raw = 6 [default = "\\001\\xff"];
  optional Rule.Kind kind = 7 [default = HARD];
  optional bool flag = 8 [default = true];
  repeated group Part = 9 { required int32 number = 10; optional string label = 11; }
  extensions 1000 to 1999, 3000;
  extend Item { optional string nested = 1000; }
  oneof choice { int32 one = 20; string two = 21; }
}

extend Item { optional int32 extra = 1001; repeated Rule rules = 1002; }
`;

export const EDITION = `edition = "2023";
package modern;

option features.field_presence = IMPLICIT;

message Person {
  string name = 1;
  int32 age = 2 [features.field_presence = EXPLICIT];
  int32 id = 3 [features.field_presence = LEGACY_REQUIRED];
  repeated int32 scores = 4 [features.repeated_field_encoding = EXPANDED];
  Person parent = 5 [features.message_encoding = DELIMITED];
  reserved old_name;
  reserved 10 to 20;
}

enum Closed { option features.enum_type = CLOSED; A = 0; }
`;
