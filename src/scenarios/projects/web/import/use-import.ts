import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { upload } from '#platform/web/api/upload.ts'
import type { ImportPreview, PreviewInput } from '../../contract/import.ts'
import { api } from '../api.ts'

/** Where one is in the wizard. */
export type Step = 'file' | 'columns' | 'rows'

/** What the wizard knows: the file at the server, how it is read, and what it would become. */
export function useImport() {
  const [step, setStep] = useState<Step>('file')
  const [reading, setReading] = useState<PreviewInput>()
  const look = useCommand(api.preview.call)
  const send = useMutation({ mutationFn: (file: File) => upload(file) })
  const read = (input: PreviewInput, then?: (preview: ImportPreview) => void) => {
    setReading(input)
    look.mutate(input, { onSuccess: then ?? (() => undefined) })
  }
  return {
    step,
    goTo: setStep,
    reading,
    preview: look.data,
    isBusy: send.isPending || look.isPending,
    error: send.error ?? look.error,
    /** Takes a file; a plan whose columns are all known goes straight to the check. */
    choose: (file: File) =>
      send.mutate(file, {
        onSuccess: ({ file: id }) =>
          read({ file: id }, ({ missing }) => setStep(missing.length > 0 ? 'columns' : 'rows')),
      }),
    /** Reads the same file in another way. */
    readAgain: (changes: Partial<PreviewInput>, then?: () => void) => {
      if (reading) read({ ...reading, ...changes }, then)
    },
  }
}

/** The state of the wizard and what moves it. */
export type ImportWizard = ReturnType<typeof useImport>
