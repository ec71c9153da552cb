/** A file's size with its unit: `1.4 MB`. */
export function tellBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** A ratio as whole per cent: `0.625` is `63%`. */
export function tellRatio(ratio: number): string {
  return `${Math.round(ratio * 100)}%`
}
