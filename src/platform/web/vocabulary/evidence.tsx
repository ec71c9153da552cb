import { fileAddress } from '../api/upload.ts'
import { Icon } from '../parts/icon.tsx'
import { useDates } from '../words/dates.ts'
import { dotted } from '../words/dotted.ts'
import { tellBytes } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import css from './evidence.module.css'

/** A piece of evidence: who brought it, and when. */
export type EvidenceItem = {
  readonly file: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly at: string
  readonly by: string
}

const words = { open: [(name: string) => `查看材料：${name}`, (name: string) => `Open ${name}`] } as const

/** 材料: photographs as thumbnails, other files by name; each opens. */
export function Evidence({ items }: { readonly items: readonly EvidenceItem[] }) {
  if (items.length === 0) return null
  return (
    <ul className={css.list}>
      {items.map((item) => (
        <li key={item.file} className={css.item}>
          <EvidenceLink item={item} />
        </li>
      ))}
    </ul>
  )
}

function EvidenceLink({ item }: { readonly item: EvidenceItem }) {
  const t = useWords(words)
  const dates = useDates()
  const source = dotted(item.name, item.by, dates.moment(item.at), tellBytes(item.bytes))
  const address = fileAddress(item.file)
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      title={source}
      aria-label={t.open(item.name)}
      className={css.link}
    >
      {item.mediaType.startsWith('image/') ? (
        <img src={address} alt="" loading="lazy" className={css.picture} />
      ) : (
        <span className={css.file}>
          <Icon name="file" size={18} />
          <span className={css.name}>{item.name}</span>
        </span>
      )}
    </a>
  )
}
