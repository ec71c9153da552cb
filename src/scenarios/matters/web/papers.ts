import { useState } from 'react'

type Files = Readonly<Record<string, readonly string[]>>

/** The files that somebody hands in, by material: those of before the page was opened again, and those of now. */
export function usePapers(left: Files = {}) {
  const [before, setBefore] = useState(left)
  const [fresh, setFresh] = useState<Readonly<Record<string, readonly string[] | undefined>>>({})
  const materials = new Set([...Object.keys(before), ...Object.keys(fresh)])
  const there = [...materials].flatMap((material): [string, string[]][] => {
    const files = new Set([...(before[material] ?? []), ...(fresh[material] ?? [])])
    return files.size === 0 ? [] : [[material, [...files]]]
  })
  return {
    before,
    there: Object.fromEntries(there) as Record<string, string[]>,
    /** While one is still on its way. */
    isSending: Object.values(fresh).some((files) => files === undefined),
    set: (material: string, files: readonly string[] | undefined) =>
      setFresh((known) => ({ ...known, [material]: files })),
    drop: (material: string) => setBefore((known) => ({ ...known, [material]: [] })),
  }
}
