import { useEffect, useRef } from 'react'
import { EvidencePicker } from '#platform/web/parts/evidence-picker.tsx'
import { useUploads } from '#platform/web/parts/upload-list.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '#scenarios/matters/public.ts'
import css from './portal.module.css'

const words = {
  hint: ['拍照或选文件，每个最大 20 MB', 'Photographs or files of 20 MB at most'],
  optional: ['（有就提供）', ' (if there is one)'],
} as const

type MaterialPickerProps = {
  readonly material: Pick<MatterView['materials'][number], 'name' | 'required'>
  readonly onChange: (files: readonly string[]) => void
}

/** Takes the files of one material. */
export function MaterialPicker({ material, onChange }: MaterialPickerProps) {
  const t = useWords(words)
  const uploads = useUploads('/api/portal/files')
  const tell = useRef(onChange)
  tell.current = onChange
  const files = uploads.items.flatMap(({ uploaded }) => (uploaded ? [uploaded.file] : []))
  const there = files.join(' ')
  useEffect(() => tell.current(there === '' ? [] : there.split(' ')), [there])
  return (
    <div className={css.section}>
      <h3>{material.required ? material.name : `${material.name}${t.optional}`}</h3>
      <EvidencePicker uploads={uploads} hint={t.hint} />
    </div>
  )
}
