import { useLeave } from '../account/sign-out.ts'
import { useAddress } from '../address.ts'
import { Button } from '../parts/button.tsx'
import { EmptyState } from '../parts/states.tsx'
import { PageFrame } from '../shell/page.tsx'
import { useWords } from '../words/words.ts'
import css from './outbox.module.css'
import { OutboxEntry } from './outbox-entry.tsx'
import { useOutbox } from './use-outbox.ts'

const words = {
  title: ['待发送', 'To be sent'],
  lead: [
    '没有网络时填报的内容存在这台设备上，联网后按先后自动发送，不会重复。',
    'What was done without network stays on this device and is sent in order, once, when the network is back.',
  ],
  none: ['没有待发送的内容', 'Nothing to be sent'],
  leaving: [
    (count: number) => `还有 ${count} 项没有发送。现在退出，这些内容连同照片会从本机删除，不能找回。`,
    (count: number) => `${count} are not sent yet. If you sign out now, they are deleted from this device for good.`,
  ],
  stay: ['先不退出', 'Stay'],
  leave: ['放弃并退出', 'Discard and sign out'],
} as const

/** 待发送: what waits on this device, what was refused, and the warning before a sign-out that would lose it. */
export function Page() {
  const t = useWords(words)
  const acts = useOutbox()
  const [{ leaving }, change] = useAddress<{ leaving?: string }>()
  return (
    <PageFrame narrow title={t.title} lead={t.lead}>
      {leaving && acts.length > 0 && <Warning count={acts.length} onStay={() => change({ leaving: undefined })} />}
      {acts.length === 0 && <EmptyState title={t.none} />}
      <ul className={css.list}>
        {acts.map((act) => (
          <OutboxEntry key={act.id} act={act} />
        ))}
      </ul>
    </PageFrame>
  )
}

function Warning({ count, onStay }: { readonly count: number; readonly onStay: () => void }) {
  const t = useWords(words)
  const leave = useLeave()
  return (
    <div role="alert" className={css.warning}>
      <p>{t.leaving(count)}</p>
      <div className={css.acts}>
        <Button look="main" onClick={onStay}>
          {t.stay}
        </Button>
        <Button look="danger" busy={leave.isPending} onClick={() => leave.mutate()}>
          {t.leave}
        </Button>
      </div>
    </div>
  )
}
