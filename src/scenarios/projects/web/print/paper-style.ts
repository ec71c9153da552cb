type Margins = {
  readonly left: string
  /** What stands before, between and after the number of the page and how many there are. */
  readonly middle: readonly [before: string, between: string, after: string]
  readonly right: string
}

/** The paper and what stands on the foot of each page; browsers that print no margin boxes leave the foot empty. */
export function paperStyle({ left, middle: [before, between, after], right }: Margins): string {
  const small = 'font: 8pt "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #5b6776;'
  const pages = `${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}`
  return `@page {
    size: A4;
    margin: 16mm 14mm 18mm;
    @bottom-left { content: ${quoted(shortened(left))}; ${small} }
    @bottom-center { content: ${pages}; ${small} }
    @bottom-right { content: ${quoted(right)}; ${small} }
  }`
}

const longest = 24

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** A string of CSS that cannot leave its quotes, nor the element that it stands in. */
function quoted(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{N} ，。：；（）/-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)
  return `"${escaped}"`
}
