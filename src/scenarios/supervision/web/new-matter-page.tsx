import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextArea, TextField } from '#platform/web/parts/field.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { api, directory, touched } from './api.ts'
import { ConfidenceField, type Known } from './confidence-field.tsx'
import css from './form.module.css'
import { UnitPicker } from './unit-picker.tsx'

const words = {
  title: ['交办事项', 'Give a matter'],
  lead: [
    '每个单位各有一项任务，同时开始计时；牵头单位汇总后由您验收',
    'Each unit has a duty of its own; the lead sums up and you accept',
  ],
  back: ['督办', 'Duties'],
  source: ['来源', 'Source'],
  meeting: ['会议', 'Meeting'],
  instruction: ['批示', 'Instruction'],
  sourceTitle: ['哪次会议、谁的批示', 'Which meeting, whose instruction'],
  name: ['事项', 'Title'],
  content: ['要求', 'What is to be done'],
  contentHint: ['写清要做到什么、报什么材料。', 'What is to be reached, and what is to be shown for it.'],
  urgency: ['紧急程度', 'Urgency'],
  standard: ['一般', 'Standard'],
  urgent: ['紧急', 'Urgent'],
  leadUnit: ['牵头单位', 'Lead unit'],
  parts: ['配合单位（可不选）', 'Co-operating units, if any'],
  due: ['办结时限', 'Deadline'],
  complainant: ['反映人（可不填）', 'Complainant, if any'],
  complainantHint: [
    '默认隐去，查看须填理由并留痕；不进存证记录，纪委监委收件里也不出现。要求里写到的姓名会自动隐去。',
    'Hidden; a look needs a reason and is recorded. Not in the record nor in the discipline inbox; hidden in the text too.',
  ],
  send: ['交办', 'Give'],
  done: ['已交办，各单位开始计时', 'Given; each unit’s clock runs'],
} as const

const fresh = {
  ...{ source: 'instruction' as 'meeting' | 'instruction', sourceTitle: '', title: '', content: '' },
  ...{
    urgency: 'standard' as 'standard' | 'urgent',
    lead: [] as string[],
    parts: [] as string[],
    due: '',
    complainant: '',
    known: { within: 'all', also: [] } as Known,
  },
}

/** 交办事项: a meeting's or a leader's matter given to units. */
export function Page() {
  const t = useWords(words)
  const units = useQuery(directory.organisations.queryOptions({ staleTime: 300_000 }))
  return (
    <PageFrame narrow title={t.title} lead={t.lead} back={{ to: '/duties', label: t.back }}>
      <Answered query={units}>
        {({ organisations }) => (
          <MatterForm units={organisations.filter(({ kind }) => kind !== 'village' && kind !== 'community')} />
        )}
      </Answered>
    </PageFrame>
  )
}

type Unit = { readonly id: string; readonly shortName: string; readonly name: string }

function MatterForm({ units }: { readonly units: readonly Unit[] }) {
  const t = useWords(words)
  const tell = useNotice()
  const navigate = useNavigate()
  const [form, setForm] = useState(fresh)
  const set = (changes: Partial<typeof fresh>) => setForm((before) => ({ ...before, ...changes }))
  const open = useCommand(api.openMatter.call, {
    touches: touched,
    onDone: ({ duties }) => {
      tell(t.done)
      void navigate({ to: '/duties/$duty', params: { duty: duties[0] ?? '' } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { due, lead, complainant, known, ...rest } = form
    const dueAt = `${due}:00+08:00`
    open.mutate({
      ...{ ...rest, lead: lead[0] ?? '', dueAt },
      ...(complainant.trim() && { complainant: complainant.trim() }),
      ...(known.within !== 'all' && { confidential: { within: known.within, also: [...known.also] } }),
    })
  }
  const isReady =
    form.lead.length === 1 && form.due !== '' && [form.title, form.content, form.sourceTitle].every(isWritten)
  const choose = (value: 'meeting' | 'instruction' | 'standard' | 'urgent') => ({ value, label: t[value] })
  return (
    <Card>
      <form className={css.form} onSubmit={submit}>
        <Labelled label={t.source}>
          <Choice
            label={t.source}
            value={form.source}
            options={[choose('instruction'), choose('meeting')] as never}
            onChange={(source: 'meeting' | 'instruction') => set({ source })}
          />
        </Labelled>
        <TextField
          label={t.sourceTitle}
          value={form.sourceTitle}
          onChange={(e) => set({ sourceTitle: e.target.value })}
          maxLength={200}
          required
        />
        <TextField
          label={t.name}
          value={form.title}
          onChange={(e) => set({ title: e.target.value })}
          maxLength={120}
          required
        />
        <TextArea
          label={t.content}
          hint={t.contentHint}
          value={form.content}
          onChange={(e) => set({ content: e.target.value })}
          maxLength={4000}
          required
        />
        <UnitPicker label={t.leadUnit} units={units} chosen={form.lead} most={1} onChange={(lead) => set({ lead })} />
        <UnitPicker
          label={t.parts}
          units={units.filter(({ id }) => !form.lead.includes(id))}
          chosen={form.parts}
          onChange={(parts) => set({ parts })}
        />
        <Labelled label={t.urgency}>
          <Choice
            label={t.urgency}
            value={form.urgency}
            options={[choose('standard'), choose('urgent')] as never}
            onChange={(urgency: 'standard' | 'urgent') => set({ urgency })}
          />
        </Labelled>
        <TextField
          label={t.due}
          type="datetime-local"
          value={form.due}
          onChange={(e) => set({ due: e.target.value })}
          required
        />
        <TextField
          label={t.complainant}
          hint={t.complainantHint}
          value={form.complainant}
          onChange={(e) => set({ complainant: e.target.value })}
          maxLength={60}
        />
        <ConfidenceField known={form.known} units={units} onChange={(known) => set({ known })} />
        <FailureMessage error={open.error} />
        <Button type="submit" look="main" busy={open.isPending} disabled={!isReady}>
          {t.send}
        </Button>
      </form>
    </Card>
  )
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={css.labelled}>
      <span className={css.label}>{label}</span>
      {children}
    </div>
  )
}

const isWritten = (text: string) => text.trim().length >= 2
