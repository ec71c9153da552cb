import { type ChangeEvent, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { Checked, ModelDetail, Tried } from '../contract/parts.ts'
import { api } from './api.ts'
import { DecisionSelect } from './decision-select.tsx'
import css from './rules.module.css'
import { TrialResult } from './trial-result.tsx'

const words = {
  lead: [
    '先检查写法，再拿最近办结的件算一遍：谁的结果会变、为什么；只算不改，不看是谁。',
    'Check the writing, then work the last decided cases out: whose result would change and why. Nothing is written.',
  ],
  check: ['检查写法', 'Check'],
  try: ['试算', 'Try'],
  which: ['试算哪个决策', 'Which decision'],
  file: ['改用自备的案例（JSON 数组）', 'Use cases of my own (a JSON list)'],
  ownCases: [(count: number) => `已读入 ${count} 件`, (count: number) => `${count} cases read`],
  badFile: ['这个文件不是案例的 JSON 数组。', 'The file is no JSON list of cases.'],
  fine: ['写法都能读懂。', 'Everything can be read.'],
  fault: [
    (decision: string, row: number | null, text: string) => `${decision}${row ? ` 第 ${row} 行` : ''}：读不懂 ${text}`,
    (decision: string, row: number | null, text: string) =>
      `${decision}${row ? `, row ${row}` : ''}: cannot read ${text}`,
  ],
} as const

type Cases = readonly Readonly<Record<string, unknown>>[]
type TrialPanelProps = {
  readonly one: ModelDetail
  /** The document as it stands in the editor. */
  readonly read: () => Promise<string>
  readonly onTried: (tried: Tried) => void
}

/** Checks the document in the editor, and tries it on past cases. */
export function TrialPanel({ one, read, onTried }: TrialPanelProps) {
  const t = useWords(words)
  const [decision, setDecision] = useState(one.decisions.at(-1) ?? '')
  const [cases, setCases] = useState<Cases | 'unreadable'>()
  const check = useCommand(api.check.call, { touches: [] })
  const trial = useCommand(api.tryOut.call, { touches: [], onDone: onTried })
  const ask = async (act: 'check' | 'try') => {
    const xml = await read()
    if (act === 'check') check.mutate({ model: one.model, xml })
    else trial.mutate({ model: one.model, xml, decision, ...(Array.isArray(cases) && { cases: [...cases] }) })
  }
  return (
    <div className={css.parts}>
      <p className={css.note}>{t.lead}</p>
      <DecisionSelect label={t.which} value={decision} decisions={one.decisions} onChange={setDecision} />
      <OwnCases onRead={setCases} />
      {cases === 'unreadable' && <p className={css.bad}>{t.badFile}</p>}
      {Array.isArray(cases) && <p className={css.note}>{t.ownCases(cases.length)}</p>}
      <div className={css.row}>
        <Button busy={check.isPending} onClick={() => ask('check')}>
          {t.check}
        </Button>
        <Button busy={trial.isPending} onClick={() => ask('try')}>
          {t.try}
        </Button>
      </div>
      <FailureMessage error={check.error ?? trial.error} />
      {check.data && <Faults checked={check.data} />}
      {trial.data && <TrialResult tried={trial.data} />}
    </div>
  )
}

function OwnCases({ onRead }: { readonly onRead: (cases: Cases | 'unreadable' | undefined) => void }) {
  const t = useWords(words)
  const change = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    onRead(file && parse(await file.text()))
  }
  return (
    <label className={css.file}>
      {t.file}
      <input type="file" className="visually-hidden" accept="application/json,.json" onChange={change} />
    </label>
  )
}

function parse(text: string): Cases | 'unreadable' {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null) ? value : 'unreadable'
  } catch {
    return 'unreadable'
  }
}

function Faults({ checked: { faults } }: { readonly checked: Checked }) {
  const t = useWords(words)
  if (faults.length === 0) return <p className={css.good}>✓ {t.fine}</p>
  return (
    <ul className={css.bad}>
      {faults.map((fault) => (
        <li key={`${fault.decision} ${fault.row} ${fault.text}`}>{t.fault(fault.decision, fault.row, fault.text)}</li>
      ))}
    </ul>
  )
}
