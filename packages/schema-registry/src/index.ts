/** A schema registry; see README.md. */
export { RegistryStartError, startRegistry, type RunningRegistry, type StartRegistryOptions } from './start-registry.js';
export { RegistryNode, type Leadership } from './registry-node.js';
export { loadSettings, type LoadedSettings, type SettingsSources } from './settings/load-settings.js';
