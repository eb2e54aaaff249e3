/** Client quotas (KIP-546): limits of users, client ids and addresses. */
import { api, type Api } from '@millrace/network-client';
import { alterClientQuotasRequest, alterClientQuotasResponse, type AlterClientQuotasRequest, type AlterClientQuotasResponse } from '@millrace/protocol/messages/alter-client-quotas';
import { describeClientQuotasRequest, describeClientQuotasResponse, type DescribeClientQuotasRequest, type DescribeClientQuotasResponse } from '@millrace/protocol/messages/describe-client-quotas';
import { askAny, itemError, throwIfError, type AdminContext, type ItemResult } from './admin-context.js';

const describeClientQuotasApi: Api<DescribeClientQuotasRequest, DescribeClientQuotasResponse> = api(describeClientQuotasRequest, describeClientQuotasResponse, { keepsBytes: false });
const alterClientQuotasApi: Api<AlterClientQuotasRequest, AlterClientQuotasResponse> = api(alterClientQuotasRequest, alterClientQuotasResponse, { keepsBytes: false });

const exactName = 0;
const theDefault = 1;
const anyName = 2;

export type QuotaEntityType = 'user' | 'client-id' | 'ip';

/** Whom a quota is for: a user, a client id, both, or an address; null stands for the default of the type. */
export type QuotaEntity = Readonly<Partial<Record<QuotaEntityType, string | null>>>;

export interface QuotaFilter {
  readonly type: QuotaEntityType;
  /** Null for the default of the type; without it any that has a name or is the default. */
  readonly name?: string | null | undefined;
}

export interface EntityQuotas {
  readonly entity: QuotaEntity;
  /** By name, as `producer_byte_rate`. */
  readonly quotas: ReadonlyMap<string, number>;
}

export interface QuotaChanges {
  readonly entity: QuotaEntity;
  /** Null removes. */
  readonly quotas: Readonly<Record<string, number | null>>;
}

/** Quotas of what has all these parts; with `strict` (the default) and no others. No filters match everything. */
export async function describeClientQuotas(context: AdminContext, filters: readonly QuotaFilter[], options: { strict?: boolean } = {}): Promise<EntityQuotas[]> {
  const answer = await askAny(context, describeClientQuotasApi, {
    components: filters.map(({ type: entityType, name }) => ({ entityType, matchType: name === undefined ? anyName : name === null ? theDefault : exactName, match: name ?? null })),
    strict: filters.length > 0 && options.strict !== false,
  });
  throwIfError(answer.errorCode, 'DescribeClientQuotas', answer.errorMessage);
  return (answer.entries ?? []).map(({ entity, values }) => ({ entity: entityOf(entity), quotas: new Map(values.map(({ key, value }) => [key, value])) }));
}

/** All changes of an entity or none. */
export async function alterClientQuotas(context: AdminContext, changes: readonly QuotaChanges[], options: { validateOnly?: boolean } = {}): Promise<({ readonly entity: QuotaEntity } & ItemResult)[]> {
  const answer = await askAny(context, alterClientQuotasApi, {
    entries: changes.map(({ entity, quotas }) => ({
      entity: Object.entries(entity).map(([entityType, entityName]) => ({ entityType, entityName })),
      ops: Object.entries(quotas).map(([key, value]) => ({ key, value: value ?? 0, remove: value === null })),
    })),
    validateOnly: options.validateOnly === true,
  });
  return answer.entries.map(({ entity: parts, errorCode, errorMessage }) => {
    const entity = entityOf(parts);
    return { entity, error: itemError(errorCode, `quotas of ${entityText(entity)}`, errorMessage) };
  });
}

function entityOf(parts: readonly { readonly entityType: string; readonly entityName: string | null }[]): QuotaEntity {
  return Object.fromEntries(parts.map(({ entityType, entityName }) => [entityType, entityName]));
}

function entityText(entity: QuotaEntity): string {
  return Object.entries(entity).map(([type, name]) => (name === null ? `the default ${type}` : `${type} '${name}'`)).join(', ');
}
