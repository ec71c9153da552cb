/** What a JSON pointer (RFC 6901) leads to; undefined where it leads nowhere. */
export function pointedAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (inner, part) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part)
          ? (inner as Readonly<Record<string, unknown>>)[part]
          : undefined,
      value,
    )
}
