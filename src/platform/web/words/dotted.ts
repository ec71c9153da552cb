/**
 * Parts of a line, with a dot between them; what is empty is left out. The spaces are thin, since the dot of Chinese type is wide.
 * @example dotted('工程建设', isClosed && '已办结') // 工程建设 · 已办结
 */
export function dotted(...parts: readonly (string | number | false | null | undefined)[]): string {
  return parts
    .filter((part) => part !== false && part !== null && part !== undefined && part !== '')
    .join('\u2009·\u2009')
}
