import { useQuery } from '@tanstack/react-query'
import { journalContract } from '#platform/contract/journal-contract.ts'
import { clientOf } from '../api/client.ts'
import { Icon } from '../parts/icon.tsx'
import { dotted } from '../words/dotted.ts'
import { useWords } from '../words/words.ts'
import { verifyInclusion } from './inclusion.ts'
import css from './proof-mark.module.css'

const journalApi = clientOf('journal', journalContract)

const words = {
  waiting: ['等待存证', 'Waiting to be sealed'],
  checking: ['正在核验', 'Checking'],
  sealed: [(nth: bigint) => `已存证 第 ${nth} 条`, (nth: bigint) => `Sealed, entry no. ${nth}`],
  proven: ['本机已按公布的根核验', 'Checked here against the published head'],
  unchecked: ['此浏览器未能核验', 'This browser cannot check it'],
  broken: ['与公布的根不符，请联系审计管理员', 'Does not match the published head: tell the audit administrator'],
} as const

/** Whether an entry stands sealed in the record, checked in this browser against the published head. */
export function ProofMark({ entry }: { readonly entry: string }) {
  const t = useWords(words)
  const { data, isPending } = useQuery({
    queryKey: ['journal', 'checked', entry],
    queryFn: () => checkEntry(entry),
    staleTime: 60_000,
  })
  if (isPending) return <span className={css.mark}>{t.checking}</span>
  if (!data || data.position === null) return <span className={css.mark}>{t.waiting}</span>
  return (
    <span className={`${css.mark} ${css[data.state]}`}>
      <Icon name={data.state === 'broken' ? 'late' : 'seal'} size={16} />
      <span>{dotted(t.sealed(BigInt(data.position) + 1n), t[data.state])}</span>
    </span>
  )
}

type Checked = { readonly position: string | null; readonly state: 'proven' | 'unchecked' | 'broken' }

async function checkEntry(entry: string): Promise<Checked> {
  const { position, leafHash, path, head } = await journalApi.proof.call({ entry })
  if (position === null || leafHash === null || head === null) return { position, state: 'unchecked' }
  if (!globalThis.crypto?.subtle) return { position, state: 'unchecked' }
  const index = BigInt(position)
  const holds = await verifyInclusion({ leafHash, index, size: BigInt(head.size), path, root: head.root })
  return { position, state: holds ? 'proven' : 'broken' }
}
