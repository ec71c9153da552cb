import { useSyncExternalStore } from 'react'

/** The languages of the screens; Chinese is the source. */
export type Language = 'zh' | 'en'

/** A word, or a function that makes a sentence, in Chinese and in English. */
type Pair = readonly [zh: unknown, en: unknown]
type WordTable = Readonly<Record<string, Pair>>
type Told<T extends WordTable> = { readonly [K in keyof T]: T[K][0] | T[K][1] }

const storageKey = 'xianqu.language'
const listeners = new Set<() => void>()
const told = new WeakMap<WordTable, Record<Language, Record<string, unknown>>>()
let current: Language = remembered()

/**
 * The words of a table in the reader's language. Declare the table outside the component.
 * @example
 * const words = { late: ['已逾期', 'Late'], count: [(n: number) => `${n} 项`, (n: number) => `${n} items`] } as const
 * const t = useWords(words) // t.late, t.count(3)
 */
export function useWords<const T extends WordTable>(table: T): Told<T> {
  return wordsIn(table, useLanguage())
}

/** The same outside a component. */
export function wordsIn<const T extends WordTable>(table: T, language: Language): Told<T> {
  const known = told.get(table) ?? bothWays(table)
  told.set(table, known)
  return known[language] as Told<T>
}

/** The reader's language. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => current)
}

/**
 * Which of two texts is the reader's: for names and sentences that come from the server in both languages.
 * @example const either = useEither() // either(matter.name, matter.english)
 */
export function useEither(): <T>(zh: T, en: T) => T {
  const isChinese = useLanguage() === 'zh'
  return (zh, en) => (isChinese ? zh : en)
}

/** Changes the language of the screens and remembers it in this browser. */
export function setLanguage(language: Language): void {
  current = language
  localStorage.setItem(storageKey, language)
  tellDocument()
  for (const listener of listeners) listener()
}

/** Says the language to the document, for screen readers and hyphenation. */
export function tellDocument(): void {
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en'
}

function bothWays(table: WordTable): Record<Language, Record<string, unknown>> {
  const entries = Object.entries(table)
  return {
    zh: Object.fromEntries(entries.map(([key, [zh]]) => [key, zh])),
    en: Object.fromEntries(entries.map(([key, [, en]]) => [key, en])),
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function remembered(): Language {
  return globalThis.localStorage?.getItem(storageKey) === 'en' ? 'en' : 'zh'
}
