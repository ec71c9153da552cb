import { TitledPicker } from '#platform/web/parts/titled-picker.tsx'
import type { MatterView } from '#scenarios/matters/public.ts'

type MaterialPickerProps = {
  readonly material: Pick<MatterView['materials'][number], 'name' | 'required'>
  readonly onChange: (files: readonly string[]) => void
}

/** Takes a resident's files of one material. */
export function MaterialPicker({ material: { name, required }, onChange }: MaterialPickerProps) {
  return (
    <TitledPicker
      title={name}
      required={required}
      folder="/api/portal/files"
      onChange={(files) => onChange(files ?? [])}
    />
  )
}
