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
  const goOn = ({ missing }: ImportPreview) => setStep(missing.length > 0 ? 'columns' : 'rows')
  return {
    step,
    goTo: setStep,
    reading,
    preview: look.data,
    isBusy: send.isPending || look.isPending,
    error: send.error ?? look.error,
    /** Takes a file; a plan whose columns are all known, or were matched before, goes straight to the check. */
    choose: (file: File) =>
      send.mutate(file, {
        onSuccess: ({ file: id }) =>
          read({ file: id }, (seen) => {
            const mapping = isSameForm(seen, look.data) ? look.data?.mapping : undefined
            if (mapping) read({ file: id, mapping }, goOn)
            else goOn(seen)
          }),
      }),
    /** Reads the same file in another way. */
    readAgain: (changes: Partial<PreviewInput>, then?: () => void) => {
      if (reading) read({ ...reading, ...changes }, then)
    },
  }
}

/** A mended sheet has the headings that it had, so its columns need not be matched again. */
function isSameForm(a: ImportPreview, b: ImportPreview | undefined): boolean {
  return a.headings.join('\n') === b?.headings.join('\n')
}

/** The state of the wizard and what moves it. */
export type ImportWizard = ReturnType<typeof useImport>
