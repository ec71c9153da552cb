import { useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { ModelDetail, VersionLine } from '../contract/parts.ts'
import { api, touched } from './api.ts'
import css from './rules.module.css'

const words = {
  version: [(version: number) => `第 ${version} 版`, (version: number) => `Version ${version}`],
  from: [(day: string) => `${day} 起`, (day: string) => `from ${day}`],
  'in-force': ['✓ 现行', '✓ In force'],
  later: ['待生效', 'Approved, later'],
  over: ['已被替代', 'Superseded'],
  waiting: ['待审批', 'Waits for approval'],
  rejected: ['✗ 未通过', '✗ Rejected'],
  withdrawn: ['已撤回', 'Withdrawn'],
  pack: ['县区数据包', 'County pack'],
  proposed: [
    (who: string, why: string) => `${who} 提交：${why}`,
    (who: string, why: string) => `Proposed by ${who}: ${why}`,
  ],
  decided: [
    (who: string, why: string) => `${who} 审批：${why}`,
    (who: string, why: string) => `Decided by ${who}: ${why}`,
  ],
  tried: [
    (cases: number, changed: number, lost: number) => `试算 ${cases} 件：${changed} 件改变，${lost} 件不再能判定`,
    (cases: number, changed: number, lost: number) =>
      `Tried on ${cases}: ${changed} changed, ${lost} no longer decided`,
  ],
  approve: ['同意', 'Approve'],
  reject: ['不同意', 'Reject'],
  withdraw: ['撤回', 'Withdraw'],
  reason: ['意见', 'Opinion'],
  done: ['已办理', 'Done'],
} as const

/** The versions of a rule, those that wait with what may be done about them. */
export function VersionList({ one }: { readonly one: ModelDetail }) {
  return (
    <ul className={css.list}>
      {one.versions.map((line) => (
        <Version key={`${line.origin} ${line.version}`} one={one} line={line} />
      ))}
    </ul>
  )
}

function Version({ one, line }: { readonly one: ModelDetail; readonly line: VersionLine }) {
  const t = useWords(words)
  const look = line.state === 'in-force' ? css.good : line.state === 'rejected' ? css.bad : ''
  return (
    <li className={css.item}>
      <div className={css.head}>
        <strong>{dotted(t.version(line.version), t.from(line.effectiveFrom))}</strong>
        <span className={`${css.state} ${look}`}>{t[line.state]}</span>
      </div>
      {line.origin === 'pack' && <span className={css.note}>{t.pack}</span>}
      {line.proposedBy && <span className={css.note}>{t.proposed(line.proposedBy, line.reason ?? '')}</span>}
      {line.tried && <span className={css.note}>{t.tried(line.tried.cases, line.tried.changed, line.tried.lost)}</span>}
      {line.decidedBy && <span className={css.note}>{t.decided(line.decidedBy, line.decidedReason ?? '')}</span>}
      {line.state === 'waiting' && <Decide one={one} line={line} />}
    </li>
  )
}

function Decide({ one, line }: { readonly one: ModelDetail; readonly line: VersionLine }) {
  const t = useWords(words)
  const tell = useNotice()
  const [reason, setReason] = useState('')
  const how = { touches: touched, onDone: () => tell(t.done) }
  const decide = useCommand(api.decide.call, how)
  const withdraw = useCommand(api.withdraw.call, how)
  const target = { model: one.model, version: line.version, reason }
  const mayDecide = one.mayApprove && !line.isOwn
  if (!mayDecide && !(line.isOwn && one.mayEdit)) return null
  const tooShort = reason.trim().length < 2
  return (
    <div className={css.form}>
      <TextField label={t.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
      <FailureMessage error={decide.error ?? withdraw.error} />
      <div className={css.row}>
        {mayDecide && (
          <>
            <Button
              look="main"
              disabled={tooShort}
              busy={decide.isPending}
              onClick={() => decide.mutate({ ...target, act: 'approve' })}
            >
              {t.approve}
            </Button>
            <Button
              look="danger"
              disabled={tooShort}
              busy={decide.isPending}
              onClick={() => decide.mutate({ ...target, act: 'reject' })}
            >
              {t.reject}
            </Button>
          </>
        )}
        {line.isOwn && (
          <Button disabled={tooShort} busy={withdraw.isPending} onClick={() => withdraw.mutate(target)}>
            {t.withdraw}
          </Button>
        )}
      </div>
    </div>
  )
}
