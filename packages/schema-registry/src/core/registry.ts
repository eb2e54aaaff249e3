/** What decisions and reads work on: the state, how schemas are understood, and how the registry is set up. */
import type { CompatibilityLevel } from '@millrace/schema';
import { modeInForce, type Mode } from './mode.js';
import type { ParsedSchemas } from './parsed-schemas.js';
import type { RegistryState } from './registry-state.js';
import { configInForce, type SubjectConfig } from './subject-config.js';

export interface RegistryRules {
  /** Where nothing is configured: `schema.compatibility.level`. */
  readonly compatibilityLevel: CompatibilityLevel;
  readonly validateFields: boolean;
  readonly validateNewSchemas: boolean;
  readonly rejectsEmptySubject: boolean;
  /** `mode.mutability`. */
  readonly allowsModeChanges: boolean;
  /** The code of the answer to an incompatible schema: 409 until 8.1, 40901 since 8.2. */
  readonly incompatibleCode: 409 | 40901;
}

export interface Registry {
  readonly state: RegistryState;
  readonly parsed: ParsedSchemas;
  readonly rules: RegistryRules;
}

export function configOf({ state, rules }: Registry, subject: string): SubjectConfig {
  return configInForce(state.configs, subject, { compatibilityLevel: rules.compatibilityLevel });
}

export function modeOf({ state }: Registry, subject: string): Mode {
  return modeInForce(state.modes, subject);
}

export function validatesFields({ rules }: Registry, config: SubjectConfig): boolean {
  return config.validateFields ?? rules.validateFields;
}

export function validatesNewSchemas({ rules }: Registry, config: SubjectConfig): boolean {
  return config.validateNewSchemas ?? rules.validateNewSchemas;
}
