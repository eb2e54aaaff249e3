/** The name that a field has in JSON if it says nothing else: camel case, as protoc makes it. */
export function defaultJsonName(name: string): string {
  return name.replace(/_+(.?)/g, (_, next: string) => next.toUpperCase());
}
