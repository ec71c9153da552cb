import { useId, useState } from 'react'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words/words.ts'
import { codeInPhoto } from './code-in-photo.ts'
import css from './verify-page.module.css'

const words = {
  choose: ['拍二维码，或选择 PDF、照片', 'Photograph the code, or choose a PDF or photo'],
  none: [
    '照片里没有找到二维码：请对准、避免反光后再拍一张。',
    'No code was found in the photo: hold it straight, without glare, and take another.',
  ],
  large: ['PDF 太大（上限 700 KB）。', 'The PDF is too large (at most 700 KB).'],
} as const

const mostBytes = 700 * 1024

type FileToVerifyProps = {
  readonly busy: boolean
  readonly onBrought: (brought: { text?: string; pdf?: string }) => void
}

/** A PDF, or a picture with a code in it; the picture stays on the device. */
export function FileToVerify({ busy, onBrought }: FileToVerifyProps) {
  const t = useWords(words)
  const id = useId()
  const [fault, setFault] = useState<'none' | 'large'>()
  const bring = async (file: File | undefined) => {
    if (file === undefined) return
    setFault(undefined)
    const isPdf = file.type === 'application/pdf' || file.name.toLowerCase().endsWith('.pdf')
    if (isPdf && file.size > mostBytes) return setFault('large')
    if (isPdf) return onBrought({ pdf: await base64Of(file) })
    const text = await codeInPhoto(file)
    if (text === undefined) setFault('none')
    else onBrought({ text })
  }
  return (
    <div>
      <label htmlFor={id} className={css.file} data-busy={busy || undefined}>
        <Icon name="camera" />
        {t.choose}
      </label>
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept="image/*,application/pdf"
        disabled={busy}
        onChange={(event) => {
          void bring(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <p role="status" className={css.fault}>
        {fault && t[fault]}
      </p>
    </div>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
