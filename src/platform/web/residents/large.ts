import { useSyncExternalStore } from 'react'

const storageKey = 'xianqu.large'
const listeners = new Set<() => void>()
let isLarge = globalThis.localStorage?.getItem(storageKey) === 'on'

/** Whether the reader wants large type, large targets and strong contrast (适老化). */
export function useLarge(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isLarge,
  )
}

/** Turns large type on or off and remembers it in this browser. */
export function setLarge(large: boolean): void {
  isLarge = large
  localStorage.setItem(storageKey, large ? 'on' : 'off')
  for (const listener of listeners) listener()
}
