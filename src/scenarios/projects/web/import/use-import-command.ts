import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '#platform/web/api/command.ts'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { api, touched } from '../api.ts'

const words = {
  done: [
    (nodes: number) => `已导入 ${nodes} 行，确认后即可启动`,
    (nodes: number) => `${nodes} rows imported; start it once it is right`,
  ],
} as const

/** Makes a draft of a sheet and opens it. */
export function useSheetCommand() {
  return useCommand(api.import.call, { touches: touched, onDone: useOpenDraft() })
}

/** Makes a draft of a file of a project program and opens it. */
export function useFileCommand() {
  return useCommand(api.importFile.call, { touches: touched, onDone: useOpenDraft() })
}

function useOpenDraft() {
  const t = useWords(words)
  const tell = useNotice()
  const navigate = useNavigate()
  return ({ project, nodes }: { readonly project: string; readonly nodes: number }) => {
    tell(t.done(nodes))
    void navigate({ to: '/projects/$project', params: { project } })
  }
}
