import { Refused } from './refused.ts'

/**
 * Refuses text that neither PostgreSQL nor canonical JSON holds: the character NUL, and halves of surrogate pairs. It is checked
 * once for every route, before the route's own schema.
 */
export function assertStorableText(input: unknown): void {
  const path = findUnstorable(input, '')
  if (path === undefined) return
  throw new Refused({ code: 'input.invalid', facts: {} }, [
    { path, message: 'unstorable characters 含有无法保存的字符' },
  ])
}

function findUnstorable(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path
  if (!isPlain(value)) return undefined
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return path
    const found = findUnstorable(inner, path === '' ? key : `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** Files and the like are bytes, not text. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}
