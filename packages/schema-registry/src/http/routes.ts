/** The table of requests: what the server serves and what the documentation tells. */
import { associationRoutes } from './requests/associations.js';
import type { Route } from './route.js';
import { deleteContextRoute, listContextsRoute } from './requests/contexts.js';
import { dekRegistryRoutes } from './requests/dek-registry.js';
import { deleteConfigRoute, deleteGlobalConfigRoute } from './requests/delete-config.js';
import { deleteGlobalModeRoute, deleteModeRoute } from './requests/delete-mode.js';
import { deleteSubjectRoute } from './requests/delete-subject.js';
import { deleteVersionRoute } from './requests/delete-version.js';
import { exporterRoutes } from './requests/exporters.js';
import { findByMetadataRoute } from './requests/find-by-metadata.js';
import { getByGuidRoute, idsOfGuidRoute } from './requests/get-by-guid.js';
import { getByIdRoute, getTextByIdRoute } from './requests/get-by-id.js';
import { getConfigRoute, getGlobalConfigRoute } from './requests/get-config.js';
import { getGlobalModeRoute, getModeRoute } from './requests/get-mode.js';
import { getVersionRoute, getVersionTextRoute } from './requests/get-version.js';
import { listSchemasRoute } from './requests/list-schemas.js';
import { listSubjectsRoute } from './requests/list-subjects.js';
import { listTypesRoute } from './requests/list-types.js';
import { listVersionsRoute } from './requests/list-versions.js';
import { lookupSchemaRoute } from './requests/lookup-schema.js';
import { modifyTagsRoute } from './requests/modify-tags.js';
import { referencedByRoute } from './requests/referenced-by.js';
import { registerSchemaRoute } from './requests/register-schema.js';
import { clusterIdRoute, deploymentRoute, rootRoutes, versionRoute } from './requests/server-metadata.js';
import { subjectsOfIdRoute, versionsOfIdRoute } from './requests/subjects-of-id.js';
import { testSubjectRoute, testVersionRoute } from './requests/test-compatibility.js';
import { updateConfigRoute, updateGlobalConfigRoute } from './requests/update-config.js';
import { updateGlobalModeRoute, updateModeRoute } from './requests/update-mode.js';

export const routes: readonly Route[] = [
  ...rootRoutes,
  listSubjectsRoute,
  lookupSchemaRoute,
  findByMetadataRoute,
  deleteSubjectRoute,
  listVersionsRoute,
  registerSchemaRoute,
  getVersionRoute,
  getVersionTextRoute,
  referencedByRoute,
  deleteVersionRoute,
  modifyTagsRoute,
  listSchemasRoute,
  listTypesRoute,
  getByIdRoute,
  getTextByIdRoute,
  subjectsOfIdRoute,
  versionsOfIdRoute,
  getByGuidRoute,
  idsOfGuidRoute,
  testVersionRoute,
  testSubjectRoute,
  getGlobalConfigRoute,
  updateGlobalConfigRoute,
  deleteGlobalConfigRoute,
  getConfigRoute,
  updateConfigRoute,
  deleteConfigRoute,
  getGlobalModeRoute,
  updateGlobalModeRoute,
  deleteGlobalModeRoute,
  getModeRoute,
  updateModeRoute,
  deleteModeRoute,
  listContextsRoute,
  deleteContextRoute,
  ...associationRoutes,
  ...exporterRoutes,
  ...dekRegistryRoutes,
  clusterIdRoute,
  versionRoute,
  deploymentRoute,
];
