/** Bounds on what a client may ask for. All are far beyond real schemas; what passes them is answered with `LIMIT_EXCEEDED`. */

/** Characters of one schema's text. */
export const MAX_SCHEMA_LENGTH = 8_388_608;

/** Brackets, messages or types within each other. Every recursive walk over a schema is bounded by it (Jackson's own bound is 1,000). */
export const MAX_NESTING_DEPTH = 500;

/** Characters of a `$ref` or `$id`, resolved: each is looked at anew for every reference. */
export const MAX_URI_LENGTH = 8_192;

/** Characters of a Protobuf name with all that is around it. */
export const MAX_NAME_LENGTH = 16_384;

/** Messages within each other; protoc takes 32. */
export const MAX_MESSAGE_NESTING = 200;

/** Schemas reachable through references, itself counted. */
export const MAX_REFERENCED_SCHEMAS = 1_000;

/** Pairs of types within each other while two schemas are compared; references may lead deeper than the text is. */
export const MAX_COMPARISON_DEPTH = 300;

/** Steps of one comparison: pairs looked at and differences written down. */
export const MAX_COMPARISON_STEPS = 200_000;
