import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ProblemError } from '../api/failure.ts'
import { useSession } from '../api/session.ts'
import { Button } from '../parts/button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { Icon } from '../parts/icon.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { StoredAct, StoredFile } from './local-store.ts'
import css from './outbox.module.css'
import { useOutboxActs } from './use-outbox.ts'

const words = {
  waits: ['已存在本机，待联网发送', 'Kept on this device, to be sent'],
  otherPost: [
    (post: string) => `以“${post}”岗位填写，切换到该岗位后发送`,
    (post: string) => `Done as ${post}: sent once you are in that post`,
  ],
  send: ['现在发送', 'Send now'],
  retry: ['再发一次', 'Send once more'],
  giveUp: ['放弃', 'Discard'],
  sure: ['确定放弃，内容不能找回', 'Discard for good'],
} as const

/** One act in the outbox: what it is, why it waits or was refused, and what one can do. */
export function OutboxEntry({ act }: { readonly act: StoredAct }) {
  const t = useWords(words)
  const dates = useDates()
  const { post } = useSession()
  const { send, retry, giveUp } = useOutboxActs()
  const [isSure, setSure] = useState(false)
  const again = useMutation({ mutationFn: () => (act.refusal ? retry(act) : send()) as Promise<unknown> })
  return (
    <li className={css.entry}>
      <p className={css.title}>{act.title}</p>
      <p className={css.note}>{dates.moment(act.at)}</p>
      {act.files.length > 0 && (
        <ul className={css.photos}>
          {act.files.map((file) => (
            <li key={file.key}>
              <Photo file={file} />
            </li>
          ))}
        </ul>
      )}
      {act.refusal ? (
        <FailureMessage error={new ProblemError(act.refusal)} />
      ) : (
        <p className={css.state}>
          <Icon name="upload" size={16} /> {act.post === post ? t.waits : t.otherPost(act.postName)}
        </p>
      )}
      <div className={css.acts}>
        <Button busy={again.isPending} disabled={act.post !== post} onClick={() => again.mutate()}>
          {act.refusal ? t.retry : t.send}
        </Button>
        <Button look={isSure ? 'danger' : 'quiet'} onClick={() => (isSure ? void giveUp(act) : setSure(true))}>
          {isSure ? t.sure : t.giveUp}
        </Button>
      </div>
    </li>
  )
}

function Photo({ file }: { readonly file: StoredFile }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file.blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return file.type.startsWith('image/') ? <img src={address} alt={file.name} className={css.photo} /> : file.name
}
