import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { useSession } from '#platform/web/api/session.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { Answered, EmptyState, Skeleton } from '#platform/web/parts/states.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeHolder } from '../../contract/life.ts'
import { ActForm } from '../acts/act-form.tsx'
import { api, touched } from '../api.ts'
import css from './life.module.css'

const words = {
  handOver: ['移交节点', 'Hand nodes over'],
  lead: [
    '原责任人在本单位所有未完成的节点一次移交，时限和督办不变；已经亮过的灯仍记在原责任人名下。',
    'All open nodes of a person in this unit pass on at once; clocks stay, and so do lamps with whom they were given to.',
  ],
  from: ['原责任人', 'From'],
  to: ['接手人', 'To'],
  choose: ['请选择', 'Choose'],
  reason: ['理由（必填）', 'Reason (needed)'],
  left: [
    (name: string, n: number) => `${name}（已离岗，${n} 个节点）`,
    (name: string, n: number) => `${name} (has left, ${n} nodes)`,
  ],
  holds: [(name: string, n: number) => `${name}（${n} 个节点）`, (name: string, n: number) => `${name} (${n} nodes)`],
  nobody: ['本单位没有人名下有未完成的节点', 'Nobody in this unit holds open nodes'],
  done: [(n: number) => `已移交 ${n} 个节点`, (n: number) => `${n} nodes handed over`],
} as const

/** The button that hands over a person's nodes, for whoever may in the unit. */
export function HandOver({ unit }: { readonly unit: string }) {
  const t = useWords(words)
  const { permissions } = useSession()
  const [isOpen, setOpen] = useState(false)
  if (permissions['projects.hand-over'] === undefined) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.handOver}</Button>
      {isOpen && <HandOverPanel unit={unit} onClose={() => setOpen(false)} />}
    </>
  )
}

function HandOverPanel({ unit, onClose }: { readonly unit: string; readonly onClose: () => void }) {
  const t = useWords(words)
  const tell = useNotice()
  const query = useQuery({ ...api.holders.queryOptions({ input: { unit } }), retry: false })
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const send = useCommand(api.handOver.call, {
    touches: touched,
    onDone: ({ nodes }) => {
      tell(t.done(nodes.length))
      onClose()
    },
  })
  const told = ({ inPost, personName, nodes, unit: own, unitName }: NodeHolder) => {
    const name = own === unit ? personName : `${unitName} ${personName}`
    return inPost ? t.holds(name, nodes) : t.left(name, nodes)
  }
  return (
    <Panel title={t.handOver} onClose={onClose}>
      <Answered query={query} skeleton={<Skeleton rows={4} />}>
        {({ holders, colleagues }) => {
          const chosen = holders.find((one) => keyOf(one) === from)
          if (holders.length === 0) return <EmptyState title={t.nobody} />
          return (
            <ActForm
              lead={t.lead}
              label={t.handOver}
              busy={send.isPending}
              blocked={chosen === undefined || to === '' || chosen.person === to || reason.trim().length < 2}
              error={send.error}
              onSubmit={() =>
                chosen && send.mutate({ unit: chosen.unit, from: chosen.person, to, reason: reason.trim() })
              }
            >
              <Choice
                label={t.from}
                value={from}
                onChange={(next) => {
                  setFrom(next)
                  setTo('')
                }}
              >
                {holders.map((one) => (
                  <option key={keyOf(one)} value={keyOf(one)}>
                    {told(one)}
                  </option>
                ))}
              </Choice>
              <Choice label={t.to} value={to} onChange={setTo}>
                {colleagues
                  .filter((one) => one.unit === chosen?.unit && one.person !== chosen.person)
                  .map(({ person, name }) => (
                    <option key={person} value={person}>
                      {name}
                    </option>
                  ))}
              </Choice>
              <TextArea
                label={t.reason}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                maxLength={2000}
                required
              />
            </ActForm>
          )
        }}
      </Answered>
    </Panel>
  )
}

/** Somebody may hold nodes in the unit and in a section of it. */
function keyOf({ unit, person }: NodeHolder): string {
  return `${unit} ${person}`
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const t = useWords(words)
  const id = useId()
  return (
    <div className={css.select}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)} required>
        <option value="">{t.choose}</option>
        {children}
      </select>
    </div>
  )
}
