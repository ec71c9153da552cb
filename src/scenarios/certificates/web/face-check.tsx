import { useQuery } from '@tanstack/react-query'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'
import css from './certificate.module.css'

const words = {
  title: ['刷脸核身（可选）', 'Face check (your choice)'],
  hint: [
    '刷脸后 10 分钟内出示，核验方会看到“刷脸核身通过”。不刷脸也能出示；照片由国家认证服务处理，本平台不保存。',
    'If you show within ten minutes after it, verifiers are told that you passed. You can show without it; no picture is kept here.',
  ],
  begin: ['刷脸', 'Begin'],
  open: ['打开刷脸页面', 'Open the page of the face service'],
  pending: ['等待刷脸结果（2 分钟内有效）', 'Waiting for the result, two minutes at most'],
  passed: ['刷脸核身通过', 'Passed'],
  failed: ['刷脸未通过，可以再试，或直接出示', 'Not passed; try again, or show without it'],
  'timed-out': ['刷脸超时，可以再试，或直接出示', 'Timed out; try again, or show without it'],
} as const

const everyMilliseconds = 3000

/** A face check before showing: offered, never asked for. */
export function FaceCheck() {
  const t = useWords(words)
  const begin = useCommand(api.beginFaceCheck.call)
  const check = begin.data?.check ?? ''
  const result = useQuery({
    queryKey: [...api.key(), 'face-check', check],
    queryFn: () => api.endFaceCheck.call({ check }, { context: { idempotencyKey: crypto.randomUUID() } }),
    enabled: check !== '',
    refetchInterval: ({ state }) => (state.data?.outcome === 'pending' ? everyMilliseconds : false),
  })
  const outcome = result.data?.outcome ?? 'pending'
  return (
    <details className={css.face}>
      <summary>{t.title}</summary>
      <p className={css.note}>{t.hint}</p>
      {begin.data && <p role="status">{t[outcome]}</p>}
      {begin.data && outcome === 'pending' && (
        <a className={css.print} href={begin.data.url} target="_blank" rel="noreferrer">
          {t.open}
        </a>
      )}
      <FailureMessage error={begin.error ?? result.error} />
      {(!begin.data || outcome === 'failed' || outcome === 'timed-out') && (
        <Button busy={begin.isPending} onClick={() => begin.mutate({ purpose: 'show-certificate' })}>
          {t.begin}
        </Button>
      )}
    </details>
  )
}
