import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { upload } from '#platform/web/api/upload.ts'
import type { ChosenOwner } from '../../contract/project-file.ts'
import { api } from '../api.ts'

/** What the wizard knows of a file of a project program: the file at the server, who its resources are, what it would become. */
export function useFileImport() {
  const [file, setFile] = useState('')
  const [owners, setOwners] = useState<readonly ChosenOwner[]>([])
  const look = useCommand(api.previewFile.call)
  const send = useMutation({ mutationFn: (chosen: File) => upload(chosen) })
  const read = (id: string, chosen: readonly ChosenOwner[]) => look.mutate({ file: id, owners: [...chosen] })
  return {
    file,
    owners,
    preview: look.data,
    isBusy: send.isPending || look.isPending,
    error: send.error ?? look.error,
    choose: (chosen: File) =>
      send.mutate(chosen, {
        onSuccess: ({ file: id }) => {
          setFile(id)
          setOwners([])
          read(id, [])
        },
      }),
    /** Says who resources are, and reads the file again. */
    name: (chosen: readonly ChosenOwner[]) => {
      setOwners(chosen)
      read(file, chosen)
    },
    /** Back to choosing a file. */
    leave: () => look.reset(),
  }
}

/** The state of the wizard and what moves it. */
export type FileWizard = ReturnType<typeof useFileImport>
