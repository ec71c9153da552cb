import { useQuery } from '@tanstack/react-query'
import { Panel } from '#platform/web/parts/panel.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { useLanguage } from '#platform/web/words/words.ts'
import type { Board, BoardRow } from '../../contract/board.ts'
import { api } from '../api.ts'
import { AccountView } from './account.tsx'
import { tellPeriod } from './period-picker.tsx'

type AccountPanelProps = { readonly board: Board; readonly row: BoardRow; readonly onClose: () => void }

/** Where the points of a row come from. */
export function AccountPanel({ board, row, onClose }: AccountPanelProps) {
  const language = useLanguage()
  const { of, period } = board
  const query = useQuery(api.boardLines.queryOptions({ input: { of, period, subject: row.subject } }))
  return (
    <Panel title={`${row.name} ${tellPeriod(period, language)}`} onClose={onClose}>
      <Answered query={query}>{(account) => <AccountView account={account} />}</Answered>
    </Panel>
  )
}
