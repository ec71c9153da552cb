import { useEffect, useRef } from 'react'
import type { FileFolder } from '../api/upload.ts'
import { useWords } from '../words/words.ts'
import { EvidencePicker } from './evidence-picker.tsx'
import { useUploads } from './upload-list.ts'

const words = {
  hint: ['拍照或选文件，每个最大 20 MB', 'Photographs or files of 20 MB at most'],
  optional: [(title: string) => `${title}（有就提供）`, (title: string) => `${title} (if there is one)`],
} as const

type TitledPickerProps = {
  /** Empty where the form says already what is wanted. */
  readonly title: string
  readonly required: boolean
  readonly folder?: FileFolder
  /** The ids of the files that the server holds, whenever they change; undefined while one is still on its way. */
  readonly onChange: (files: readonly string[] | undefined) => void
}

/** Takes the files of one of several things that a form asks for, under its name. */
export function TitledPicker({ title, required, folder, onChange }: TitledPickerProps) {
  const t = useWords(words)
  const uploads = useUploads(folder)
  const tell = useRef(onChange)
  tell.current = onChange
  const there = uploads.isSending ? undefined : uploads.files.join(' ')
  useEffect(() => tell.current(there === '' ? [] : there?.split(' ')), [there])
  const named = title !== '' && { title: required ? title : t.optional(title) }
  return <EvidencePicker uploads={uploads} hint={t.hint} {...named} />
}
