import { useState } from 'react'
import { TextArea } from '#platform/web/parts/field.tsx'
import { ActForm } from './act-form.tsx'

type ReasonFormProps = {
  readonly lead: string
  readonly label: string
  readonly hint: string
  readonly send: string
  readonly danger?: boolean
  /** What stands there to begin with. */
  readonly prefilled?: string
  readonly act: { readonly isPending: boolean; readonly error: unknown }
  readonly onReason: (reason: string) => void
}

/** The form of an act that needs a reason in words. */
export function ReasonForm({
  lead,
  label,
  hint,
  send,
  danger = false,
  prefilled = '',
  act,
  onReason,
}: ReasonFormProps) {
  const [reason, setReason] = useState(prefilled)
  return (
    <ActForm
      lead={lead}
      label={send}
      danger={danger}
      busy={act.isPending}
      blocked={reason.trim().length < 2}
      error={act.error}
      onSubmit={() => onReason(reason.trim())}
    >
      <TextArea
        label={label}
        hint={hint}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={2000}
        required
      />
    </ActForm>
  )
}
