/** Everything a registry refuses: Confluent's error codes and the very forms of their messages. The first three digits of a code are the HTTP status. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly code: number;

  constructor(code: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  get httpStatus(): number {
    return httpStatusOf(this.code);
  }
}

export function httpStatusOf(code: number): number {
  return code < 1000 ? code : Math.floor(code / 100);
}

export const subjectNotFound = (subject: string): RegistryError => new RegistryError(40401, `Subject '${subject}' not found.`);
export const versionNotFound = (version: number): RegistryError => new RegistryError(40402, `Version ${version} not found.`);
export const schemaNotFound = (): RegistryError => new RegistryError(40403, 'Schema not found');
export const schemaOfIdNotFound = (id: number | string): RegistryError => new RegistryError(40403, `Schema ${id} not found`);
export const subjectSoftDeleted = (subject: string): RegistryError =>
  new RegistryError(40404, `Subject '${subject}' was soft deleted.Set permanent=true to delete permanently`);
export const subjectNotSoftDeleted = (subject: string): RegistryError =>
  new RegistryError(40405, `Subject '${subject}' was not deleted first before being permanently deleted`);
export const versionSoftDeleted = (subject: string, version: number): RegistryError =>
  new RegistryError(40406, `Subject '${subject}' Version ${version} was soft deleted.Set permanent=true to delete permanently`);
export const versionNotSoftDeleted = (subject: string, version: number): RegistryError =>
  new RegistryError(40407, `Subject '${subject}' Version ${version} was not deleted first before being permanently deleted`);
export const compatibilityNotConfigured = (subject: string): RegistryError =>
  new RegistryError(40408, `Subject '${subject}' does not have subject-level compatibility configured`);
export const modeNotConfigured = (subject: string): RegistryError =>
  new RegistryError(40409, `Subject '${subject}' does not have subject-level mode configured`);
export const associationNotFound = (what: string): RegistryError => new RegistryError(40410, `Association for '${what}' not found.`);

/** The code is 409 in older releases and 40901 since 8.2; the HTTP status is 409 in all. */
export const incompatibleSchema = (code: 409 | 40901, subject: string, messages: readonly string[]): RegistryError =>
  new RegistryError(code, `Schema being registered is incompatible with an earlier schema for subject "${subject}", details: [${messages.join(', ')}]`);
export const resourceAssociationExists = (type: string, resource: string): RegistryError =>
  new RegistryError(40903, `An association of type '${type}' already exists for resource '${resource}'`);
export const subjectAssociationExists = (subject: string): RegistryError =>
  new RegistryError(40904, `An association already exists for subject '${subject}'`);
export const strongAssociationExists = (subject: string): RegistryError =>
  new RegistryError(40905, `A strong association already exists for subject '${subject}'`);
export const noActiveVersion = (subject: string): RegistryError =>
  new RegistryError(40907, `No active (non-deleted) version exists for subject '${subject}'`);
export const associationFrozen = (type: string, subject: string): RegistryError =>
  new RegistryError(40908, `The association of type  '${type}' is frozen for subject '${subject}'`);

export const exporterNotFound = (name: string): RegistryError => new RegistryError(40450, `Exporter '${name}' not found`);
export const invalidExporterName = (name: string): RegistryError =>
  new RegistryError(40950, `Missing or invalid exporter name '${name}': it has letters, digits, '.', '_' and '-', 256 at most`);
export const invalidExporterConfig = (reason: string, cause?: unknown): RegistryError => new RegistryError(40951, `Missing or invalid exporter config: ${reason}`, { cause });
export const invalidExporterSubjects = (reason: string): RegistryError => new RegistryError(40952, `Invalid exporter subjects: ${reason}`);
export const exporterExists = (name: string): RegistryError => new RegistryError(40960, `Exporter '${name}' already exists`);
export const exporterNotPaused = (name: string): RegistryError => new RegistryError(40963, `Exporter '${name}' is not paused`);
export const tooManyExporters = (most: number): RegistryError => new RegistryError(40964, `Too many exporters: there may be ${most}`);

export const invalidSchema = (message: string, cause?: unknown): RegistryError =>
  new RegistryError(42201, message, cause === undefined ? undefined : { cause });
export const invalidVersion = (version: string): RegistryError =>
  new RegistryError(42202, `The specified version '${version}' is not a valid version id. Allowed values are between [1, 2^31-1] and the string "latest"`);
export const invalidCompatibilityLevel = (): RegistryError =>
  new RegistryError(42203, 'Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive');
export const invalidMode = (): RegistryError => new RegistryError(42204, 'Invalid mode. Valid values are READWRITE, READONLY, IMPORT and FORWARD.');
export const forwardModeNotGlobal = (): RegistryError => new RegistryError(42204, 'Forward mode only supported on global level');
export const notPermitted = (message: string): RegistryError => new RegistryError(42205, message);
export const referenceExists = (subject: string, version: number): RegistryError =>
  new RegistryError(42206, `One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=${subject},version=${version}}.`);
/** Of a subject as a whole. */
export const referenceToSubject = (subject: string): RegistryError => new RegistryError(42206, `One or more references exist to the schema ${subject}.`);
export const invalidSubject = (subject: string): RegistryError => new RegistryError(42208, `The specified subject '${subject}' is not a valid.`);
export const schemaTooLarge = (): RegistryError => new RegistryError(42209, 'Register operation failed because schema is too large');
export const invalidRuleSet = (message: string): RegistryError => new RegistryError(42210, message);
export const contextNotEmpty = (context: string): RegistryError => new RegistryError(42211, `The specified context '${context}' is not empty.`);
export const invalidAssociation = (property: string, detail: string): RegistryError =>
  new RegistryError(42212, `The association specified an invalid value for property: '${property}', detail: ${detail}`);

export const storeFailed = (message: string, cause?: unknown): RegistryError =>
  new RegistryError(50001, message, cause === undefined ? undefined : { cause });
export const storeTimedOut = (operation: string): RegistryError => new RegistryError(50002, `${operation} operation timed out`);
export const forwardingFailed = (what: string, cause: unknown): RegistryError =>
  new RegistryError(50003, `Error while forwarding ${what} request to the leader`, { cause });
export const leaderUnknown = (): RegistryError => new RegistryError(50004, 'Leader not known.');
