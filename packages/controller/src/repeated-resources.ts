/** The resources that a request names more than once: all of them are refused, since their order is not defined. */
export function repeatedResources<T extends { resourceType: number; resourceName: string }>(resources: readonly T[]): Set<T> {
  const byKey = new Map<string, T[]>();
  for (const resource of resources) {
    const key = `${resource.resourceType}:${resource.resourceName}`;
    byKey.set(key, [...(byKey.get(key) ?? []), resource]);
  }
  return new Set([...byKey.values()].filter((same) => same.length > 1).flat());
}
