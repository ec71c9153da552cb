import type { FormValue } from './form-draft.ts'

const prefix = 'xianqu.draft.'

/** What was typed and brought so far. */
export type TabDraft = {
  readonly form: Readonly<Record<string, FormValue>>
  readonly materials: Readonly<Record<string, readonly string[]>>
}

/**
 * Keeps what somebody typed in this tab, at once: it outlives a reload, a lost network and a session that ran out. The name says whose it is
 * and what for, so that nobody else reads it who signs in after them.
 */
export function keepInTab(name: string, draft: TabDraft): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing: the server's copy is what there is.
  }
}

/** What was kept under that name in this tab. */
export function findInTab(name: string): TabDraft | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Forgets one draft, or all of them: whoever signs out leaves nothing behind. */
export function forgetInTab(name = ''): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix + name)) sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
