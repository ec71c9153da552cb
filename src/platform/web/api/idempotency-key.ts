/** A fresh key for one act of a person. Works where the page is not served over TLS, too. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Gives one key to one act: the same input keeps its key until an answer comes, so that a repeat after a broken connection
 * is not done twice; another input, or the next act, gets a fresh one.
 */
export function keyRing() {
  let open: { readonly input: string; readonly key: string } | undefined
  return {
    keyFor(input: unknown): string {
      const text = JSON.stringify(input) ?? ''
      if (open?.input !== text) open = { input: text, key: newIdempotencyKey() }
      return open.key
    },
    /** To be called once the act was answered, by a result or a refusal. */
    answered(): void {
      open = undefined
    },
  }
}
