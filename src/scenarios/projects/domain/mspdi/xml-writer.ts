type Value = string | number | boolean | null | undefined

/** Writes XML piece by piece; what is null or undefined is left out. */
export class XmlWriter {
  readonly #pieces: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']

  /** An element with a text. */
  text(name: string, value: Value): void {
    if (value === null || value === undefined) return
    const text = typeof value === 'boolean' ? (value ? '1' : '0') : String(value)
    this.#pieces.push('<', name, '>', escaped(text), '</', name, '>')
  }

  /** Elements with texts, in the order given. */
  texts(values: Readonly<Record<string, Value>>): void {
    for (const [name, value] of Object.entries(values)) this.text(name, value)
  }

  /** An element with elements inside. */
  inside(name: string, write: () => void, attributes = ''): void {
    this.#pieces.push('<', name, attributes, '>')
    write()
    this.#pieces.push('</', name, '>\n')
  }

  toString(): string {
    return this.#pieces.join('')
  }
}

const special: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** Escapes what XML cannot hold as it is; control characters, which it cannot hold at all, are left out. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (one) => (/\s/.test(one) ? one : ''))
    .replace(/[&<>"\r]/g, (one) => special[one] ?? one)
}
