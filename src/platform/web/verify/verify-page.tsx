import { type FormEvent, useEffect, useState } from 'react'
import { credentialsContract } from '#platform/contract/credentials-contract.ts'
import { clientOf } from '../api/client.ts'
import { useCommand } from '../api/command.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextArea, TextField } from '../parts/field.tsx'
import { PortalPage } from '../residents/portal-page.tsx'
import { useWords } from '../words/words.ts'
import { FileToVerify } from './file-to-verify.tsx'
import { VerdictCard } from './verdict-card.tsx'
import css from './verify-page.module.css'

const api = clientOf('credentials', credentialsContract)

const words = {
  title: ['证照核验', 'Verify a certificate'],
  lead: [
    '扫持证人的二维码、粘贴证照文本，或选择证照、回执、决定书的 PDF 或二维码照片。不用登录；只显示持证人愿意出示的内容。',
    'Scan the holder’s code, paste the text, or choose the PDF of a certificate, receipt or decision, or a photo of the code. No sign-in; you see what the holder shows.',
  ],
  text: ['证照文本或二维码内容', 'Text of the certificate, or what the code says'],
  who: ['您是谁（可不填，持证人会看到）', 'Who you are (optional; the holder sees it)'],
  verify: ['核验', 'Verify'],
  offline: [
    '没有网络时也能核验：xianqu credentials verify，公钥和注销名单在本页下方。',
    'Without a line: xianqu credentials verify; keys and status lists are below.',
  ],
  keys: ['公布的公钥', 'Published keys'],
  list: ['本月注销名单', 'Status list of this month'],
} as const

/** 证照核验: anybody verifies, signed in or not. A code that came in the address is verified at once. */
export function Page() {
  const t = useWords(words)
  const [text, setText] = useState('')
  const [verifier, setVerifier] = useState('')
  const verify = useCommand(api.verify.call)
  const { mutate } = verify
  useEffect(() => {
    const code = location.hash.slice(1)
    if (code) mutate({ text: code })
  }, [mutate])
  const ask = (brought: { text?: string; pdf?: string }) =>
    mutate({ ...brought, ...(verifier.trim() && { verifier: verifier.trim() }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask({ text })
  }
  return (
    <PortalPage title={t.title} lead={t.lead}>
      {verify.data && <VerdictCard verdict={verify.data} />}
      <FailureMessage error={verify.error} />
      <Card>
        <div className={css.ways}>
          <FileToVerify busy={verify.isPending} onBrought={ask} />
          <form className={css.form} onSubmit={submit}>
            <TextArea
              label={t.text}
              value={text}
              onChange={(e) => setText(e.target.value)}
              rows={3}
              maxLength={40_000}
            />
            <TextField label={t.who} value={verifier} onChange={(e) => setVerifier(e.target.value)} maxLength={60} />
            <Button type="submit" look="main" busy={verify.isPending} disabled={text.trim() === ''}>
              {t.verify}
            </Button>
          </form>
        </div>
      </Card>
      <p className={css.offline}>
        {t.offline} <a href="/api/credentials/keys">{t.keys}</a>
        {' · '}
        <a href={`/api/credentials/status-lists/${thisMonth()}`}>{t.list}</a>
      </p>
    </PortalPage>
  )
}

function thisMonth(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date()).slice(0, 7)
}
