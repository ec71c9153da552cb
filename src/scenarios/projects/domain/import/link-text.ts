import { type LinkKind, linkKinds } from '#platform/kernel/scheduling/link.ts'

/** A link as a cell tells it: the code of the predecessor, and the lag in working days, hours or minutes. */
export type TextLink = {
  readonly code: string
  readonly kind: LinkKind
  readonly lag: { readonly amount: number; readonly unit: 'd' | 'h' | 'm' }
}

const written = /^(.+?)(FS|SS|FF|SF)?(?:([+-]\d{1,6}(?:\.\d{1,2})?)([dhm天时分]))?$/i

const units: Readonly<Record<string, TextLink['lag']['unit']>> = { h: 'h', 时: 'h', m: 'm', 分: 'm' }

/** Reads a cell of predecessors: `1.1`, `1.2SS+3d`, `1.1FS-2d`, several with commas or spaces between; d is a working day, h an hour, m a minute. */
export function readLinks(text: string): TextLink[] {
  return text
    .normalize('NFKC')
    .replace(/\s*([+])\s*/g, '$1')
    .replace(/工作日/g, '天')
    .split(/[\s,、;]+/)
    .filter((one) => one !== '')
    .map(readLink)
}

/** Writes links as `readLinks` reads them. */
export function writeLinks(links: readonly TextLink[]): string {
  return links.map(writeLink).join('，')
}

function readLink(text: string): TextLink {
  const [, code = text, kind, amount, unit] = written.exec(text) ?? []
  const known = linkKinds.find((one) => one === kind?.toUpperCase())
  return {
    code,
    kind: known ?? 'FS',
    lag: { amount: Number(amount ?? 0), unit: units[unit?.toLowerCase() ?? 'd'] ?? 'd' },
  }
}

function writeLink({ code, kind, lag }: TextLink): string {
  if (lag.amount === 0) return kind === 'FS' ? code : code + kind
  return `${code}${kind}${lag.amount > 0 ? '+' : ''}${lag.amount}${lag.unit}`
}
