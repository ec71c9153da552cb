import { useEffect, useState } from 'react'
import { renderSVG } from 'uqr'
import { Button } from '#platform/web/parts/button.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import css from './certificate.module.css'

const words = {
  picture: ['亮证二维码，请对方扫描', 'QR code for the other side to scan'],
  left: [
    (minutes: number, seconds: number) => `${minutes} 分 ${seconds} 秒后失效`,
    (minutes: number, seconds: number) => `Good for ${minutes} min ${seconds} s`,
  ],
  over: ['已失效', 'Over'],
  fresh: ['换一个新码', 'A new code'],
  hint: [
    '对方用任意扫码工具打开即可核验，不用安装、不用登录。',
    'Any scanner opens it; no sign-in, nothing to install.',
  ],
  text: ['证照文本：复制后发给对方，可在“证照核验”页面或离线核验', 'Text: send it; it is verified online or offline'],
  copy: ['复制文本', 'Copy'],
  copied: ['已复制', 'Copied'],
  until: [(moment: string) => `出示到 ${moment}`, (moment: string) => `Shown until ${moment}`],
  again: ['重新选择', 'Choose anew'],
} as const

type ShownProps = {
  readonly shown: { readonly code: string; readonly text: string; readonly until: string }
  readonly way: 'code' | 'link'
  readonly onAgain: () => void
  readonly onFresh: () => void
}

/** What is handed over: a code with the time that it has left, or a text to be sent. */
export function Shown({ shown, way, onAgain, onFresh }: ShownProps) {
  const t = useWords(words)
  return (
    <div className={css.shown}>
      {way === 'code' ? <Code shown={shown} onFresh={onFresh} /> : <Text shown={shown} />}
      <Button onClick={onAgain}>{t.again}</Button>
    </div>
  )
}

function Code({ shown: { code, until }, onFresh }: Pick<ShownProps, 'shown' | 'onFresh'>) {
  const t = useWords(words)
  const seconds = useSecondsLeft(until)
  const address = `${location.origin}/verify#${code}`
  return (
    <>
      {seconds > 0 ? (
        <div
          role="img"
          aria-label={t.picture}
          className={css.qr}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here from the code alone
          dangerouslySetInnerHTML={{ __html: renderSVG(address, { ecc: 'M', border: 2 }) }}
        />
      ) : (
        <Button look="main" onClick={onFresh}>
          {t.fresh}
        </Button>
      )}
      <p className={css.left} role="timer">
        {seconds > 0 ? t.left(Math.floor(seconds / 60), seconds % 60) : t.over}
      </p>
      <p className={css.note}>{t.hint}</p>
    </>
  )
}

function Text({ shown: { text, until } }: Pick<ShownProps, 'shown'>) {
  const t = useWords(words)
  const dates = useDates()
  const [isCopied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true))
  return (
    <>
      <p className={css.left}>{t.until(dates.moment(until))}</p>
      <label className={css.note}>
        {t.text}
        <textarea className={css.text} readOnly rows={4} value={text} onFocus={(event) => event.target.select()} />
      </label>
      <Button look="main" onClick={copy}>
        {isCopied ? t.copied : t.copy}
      </Button>
    </>
  )
}

function useSecondsLeft(until: string): number {
  const left = () => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    const ticking = setInterval(() => setSeconds(Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000))), 1000)
    return () => clearInterval(ticking)
  }, [until])
  return Math.min(seconds, left())
}
