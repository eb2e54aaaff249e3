/** References of RFC 3986, as far as `$id` and `$ref` need them. */

const PARTS = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(?:#(.*))?$/s;

interface UriParts {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string;
}

/** `reference` seen from `base` (section 5.2), both without their fragments. */
export function resolveUri(base: string, reference: string): string {
  const from = partsOf(base);
  const to = partsOf(reference);
  if (to.scheme !== undefined) return textOf({ ...to, path: withoutDots(to.path) });
  if (to.authority !== undefined) return textOf({ ...to, scheme: from.scheme, path: withoutDots(to.path) });
  if (to.path === '') return textOf({ ...from, query: to.query || from.query });
  const path = to.path.startsWith('/') ? to.path : from.path.slice(0, from.path.lastIndexOf('/') + 1) + to.path;
  return textOf({ ...from, path: withoutDots(path), query: to.query });
}

/** What stands before `#`, and what after it; the fragment percent-decoded. */
export function splitFragment(uri: string): { readonly document: string; readonly fragment: string } {
  const hash = uri.indexOf('#');
  if (hash < 0) return { document: uri, fragment: '' };
  return { document: uri.slice(0, hash), fragment: decoded(uri.slice(hash + 1)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function partsOf(uri: string): UriParts {
  const [, scheme, authority, path = '', query = ''] = PARTS.exec(uri) ?? [];
  return { scheme, authority, path, query };
}

function textOf(parts: UriParts): string {
  const scheme = parts.scheme === undefined ? '' : `${parts.scheme}:`;
  const authority = parts.authority === undefined ? '' : `//${parts.authority}`;
  return scheme + authority + parts.path + parts.query;
}

function withoutDots(path: string): string {
  if (!path.includes('.')) return path;
  const kept: string[] = [];
  const segments = path.split('/');
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    if (segment === '..') {
      if (kept.length > 1 || (kept.length === 1 && kept[0] !== '')) kept.pop();
      if (isLast) kept.push('');
    } else if (segment !== '.') kept.push(segment);
    else if (isLast) kept.push('');
  });
  return kept.join('/');
}
