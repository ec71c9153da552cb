import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAddress } from '#platform/web/address.ts'
import { Card } from '#platform/web/parts/card.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { Icon } from '#platform/web/parts/icon.tsx'
import { Answered, EmptyState, Skeleton } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { Board, BoardRow } from '../contract/board.ts'
import { api } from './api.ts'
import { AccountPanel } from './board/account-panel.tsx'
import css from './board/board.module.css'
import { BoardTable } from './board/board-table.tsx'
import { usePeriod } from './board/period.ts'
import { PeriodPicker } from './board/period-picker.tsx'

const words = {
  title: ['天工榜', 'Tiangong board'],
  lead: [
    '成效和不足，按积分排列；点开任何一行都能看到每一分的来源。',
    'Achievements and shortcomings by points; every row opens to its events.',
  ],
  of: ['看单位还是个人', 'Units or persons'],
  units: ['单位', 'Units'],
  persons: ['个人', 'Persons'],
  sheet: ['导出 Excel', 'To Excel'],
  mine: ['我的积分', 'My points'],
  nothing: ['这段时间还没有积分', 'No points in this period yet'],
  nothingHint: ['月度发牌或节点验收后会列在这里。', 'Once plates are given or nodes accepted they appear here.'],
  reachOwn: ['个人榜只显示您本人。单位负责人可查看本单位人员。', 'Of persons you see yourself; heads see their unit.'],
  reachUnits: ['个人榜只显示您所辖单位的人员。', 'Of persons you see those of your units.'],
} as const

type Of = Board['of']

/** 天工榜: who did well and who did not, inside the government, with the reasons one click away. */
export function Page() {
  const t = useWords(words)
  const [address, change] = useAddress<{ of?: string }>()
  const of: Of = address.of === 'persons' ? 'persons' : 'units'
  const { period, choose } = usePeriod()
  const query = useQuery(api.board.queryOptions({ input: { of, period } }))
  const options = (['units', 'persons'] as const).map((value) => ({ value, label: t[value] }))
  return (
    <PageFrame
      title={t.title}
      lead={t.lead}
      actions={
        <span className={css.links}>
          <Link to="/points">{t.mine}</Link>
          <SheetLink of={of} period={period} label={t.sheet} />
        </span>
      }
    >
      <div className={css.controls}>
        <Choice<Of>
          label={t.of}
          value={of}
          options={options}
          onChange={(next) => change({ of: next === 'units' ? undefined : next })}
        />
        <PeriodPicker period={period} onChange={choose} />
      </div>
      <Answered query={query} skeleton={<Skeleton rows={8} />}>
        {(board) => <BoardRows board={board} />}
      </Answered>
    </PageFrame>
  )
}

function BoardRows({ board }: { readonly board: Board }) {
  const t = useWords(words)
  const [open, setOpen] = useState<BoardRow>()
  const reach = board.reach === 'own' ? t.reachOwn : board.reach === 'units' ? t.reachUnits : ''
  return (
    <>
      {reach && board.of === 'persons' && <p className={css.reach}>{reach}</p>}
      {board.rows.length === 0 ? (
        <EmptyState title={t.nothing}>{t.nothingHint}</EmptyState>
      ) : (
        <Card>
          <BoardTable board={board} onOpen={setOpen} />
        </Card>
      )}
      {open && <AccountPanel board={board} row={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function SheetLink({ of, period, label }: { readonly of: Of; readonly period: string; readonly label: string }) {
  return (
    <a className={css.sheet} href={`/api/board.xlsx?of=${of}&period=${period}`} download>
      <Icon name="download" size={18} /> {label}
    </a>
  )
}
