import { type ChangeEvent, useEffect, useState } from 'react'
import { UnansweredError } from '../api/failure.ts'
import { tellBytes } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'
import css from './evidence-picker.module.css'
import { FailureMessage } from './failure-message.tsx'
import { Icon, type IconName } from './icon.tsx'
import type { UploadItem, Uploads } from './upload-list.ts'

const words = {
  evidence: ['材料', 'Evidence'],
  photo: ['拍照', 'Take a photo'],
  file: ['选文件', 'Choose files'],
  sending: ['正在上传', 'Sending'],
  retry: ['重新上传', 'Send again'],
  later: ['联网后发送', 'sent once the network is back'],
  remove: [(name: string) => `移除 ${name}`, (name: string) => `Remove ${name}`],
} as const

type EvidencePickerProps = {
  readonly uploads: Uploads
  /** What is wanted, where a form asks for several things or has a name for it. */
  readonly title?: string
  readonly hint: string
  /** Whether the form keeps its files on the device while there is no network. */
  readonly later?: boolean
  /** Where a photograph would be of no use. */
  readonly filesOnly?: boolean
}

/** Takes photographs and files for a form. */
export function EvidencePicker({ uploads, title, hint, later = false, filesOnly = false }: EvidencePickerProps) {
  const t = useWords(words)
  return (
    <fieldset className={css.picker}>
      <legend className={css.legend}>{title ?? t.evidence}</legend>
      <p className={css.hint}>{hint}</p>
      <div className={css.buttons}>
        {!filesOnly && <PickButton icon="camera" label={t.photo} accept="image/*" capture onPick={uploads.add} />}
        <PickButton icon="file" label={t.file} onPick={uploads.add} />
      </div>
      <ul className={css.list}>
        {uploads.items.map((item) => (
          <PickedFile
            key={item.key}
            item={item}
            uploads={uploads}
            isKept={later && item.error instanceof UnansweredError}
          />
        ))}
      </ul>
    </fieldset>
  )
}

type PickButtonProps = {
  readonly icon: IconName
  readonly label: string
  readonly accept?: string
  readonly capture?: boolean
  readonly onPick: (files: Iterable<File>) => void
}

function PickButton({ icon, label, accept, capture, onPick }: PickButtonProps) {
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    onPick(Array.from(event.target.files ?? []))
    event.target.value = ''
  }
  return (
    <label className={css.pick}>
      <Icon name={icon} />
      {label}
      <input
        type="file"
        className="visually-hidden"
        accept={accept}
        multiple
        onChange={pick}
        {...(capture && { capture: 'environment' as const })}
      />
    </label>
  )
}

type PickedFileProps = { readonly item: UploadItem; readonly uploads: Uploads; readonly isKept: boolean }

function PickedFile({ item, uploads, isKept }: PickedFileProps) {
  const t = useWords(words)
  const name = item.original.name
  return (
    <li className={css.file}>
      <Thumbnail file={item.original} />
      <span className={css.name} title={name}>
        {name}
        <span className={css.size}>
          {item.state === 'sending' ? t.sending : tellBytes(item.uploaded?.bytes ?? item.original.size)}
          {isKept && `，${t.later}`}
        </span>
      </span>
      {item.state === 'failed' && !isKept && (
        <Button look="quiet" onClick={() => uploads.retry(item)}>
          {t.retry}
        </Button>
      )}
      <button type="button" className={css.remove} aria-label={t.remove(name)} onClick={() => uploads.remove(item)}>
        <Icon name="close" size={16} />
      </button>
      {item.state === 'failed' && !isKept && <FailureMessage error={item.error} />}
    </li>
  )
}

function Thumbnail({ file }: { readonly file: File }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!file.type.startsWith('image/')) return
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address ? <img src={address} alt="" className={css.thumbnail} /> : <Icon name="file" />
}
