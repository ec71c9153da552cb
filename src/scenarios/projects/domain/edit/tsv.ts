/** Cells of a block as spreadsheet programs put them on the clipboard: tabs, lines, quotes around cells with either. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at <= plain.length; ) {
    const { cell, next } = plain[at] === '"' ? quotedCell(plain, at) : bareCell(plain, at)
    rows.at(-1)?.push(cell)
    if (plain[next] === '\n') rows.push([])
    at = next + 1
  }
  return rows
}

/** Writes a block as `readBlock` reads it. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\n')
}

function bareCell(text: string, from: number) {
  const end = text.slice(from).search(/[\t\n]/)
  const next = end < 0 ? text.length : from + end
  return { cell: text.slice(from, next), next }
}

/** A quote inside is doubled; a cell that only begins with a quote is a bare one. */
function quotedCell(text: string, from: number) {
  let cell = ''
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else {
      const after = text[at + 1]
      return after === undefined || after === '\t' || after === '\n' ? { cell, next: at + 1 } : bareCell(text, from)
    }
  }
  return bareCell(text, from)
}

function quoted(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
