import { Input } from 'antd'
import { useState } from 'react'
import { Button } from '#platform/web/parts/button.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { ChosenOwner, FileOwner, FilePreview } from '../../contract/project-file.ts'
import css from './import.module.css'
import type { FileWizard } from './use-file-import.ts'

const words = {
  title: [
    (count: number) => `${count} 个资源还没有对应到本县的单位或人员`,
    (count: number) => `${count} resources match no unit or person here yet`,
  ],
  lead: [
    '写上单位（可再写责任人）；不写的，任务先记在您的单位名下。',
    'Write the unit, and the person if you like; what you leave out stands under your own unit.',
  ],
  matched: [(count: number) => `已对应 ${count} 个资源`, (count: number) => `${count} resources are matched`],
  resource: ['文件里的资源', 'Resource'],
  tasks: ['任务', 'Tasks'],
  unit: ['责任单位', 'Unit'],
  person: ['责任人', 'Person'],
  ambiguous: ['有重名', 'several of this name'],
  again: ['再对一次', 'Match again'],
} as const

type NameOwnersProps = { readonly wizard: FileWizard; readonly preview: FilePreview }

/** Who the resources are that were not recognised. */
export function NameOwners({ wizard, preview }: NameOwnersProps) {
  const t = useWords(words)
  const [chosen, setChosen] = useState<ReadonlyMap<number, ChosenOwner>>(new Map())
  const open = preview.owners.filter(({ match }) => match === 'none' || match === 'ambiguous')
  const matched = preview.owners.length - open.length
  if (preview.owners.length === 0) return null
  if (open.length === 0) return <p className={css.muted}>{t.matched(matched)}</p>
  const write = (owner: ChosenOwner) => setChosen(new Map(chosen).set(owner.resource, owner))
  const name = () => {
    const before = wizard.owners.filter(({ resource }) => !chosen.has(resource))
    wizard.name([...before, ...[...chosen.values()].filter(({ unit }) => unit.trim() !== '')])
  }
  return (
    <section className={css.owners}>
      <h3>{t.title(open.length)}</h3>
      <p className={css.muted}>{t.lead}</p>
      <div className={css.scroll}>
        <table className={css.sheet}>
          <thead>
            <tr>
              {[t.resource, t.tasks, t.unit, t.person].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {open.map((owner) => (
              <OwnerRow key={owner.resource} owner={owner} chosen={chosen.get(owner.resource)} onWrite={write} />
            ))}
          </tbody>
        </table>
      </div>
      <Button busy={wizard.isBusy} disabled={chosen.size === 0} onClick={name}>
        {t.again}
      </Button>
    </section>
  )
}

type OwnerRowProps = {
  readonly owner: FileOwner
  readonly chosen: ChosenOwner | undefined
  readonly onWrite: (owner: ChosenOwner) => void
}

function OwnerRow({ owner, chosen, onWrite }: OwnerRowProps) {
  const t = useWords(words)
  const { resource, name, group, tasks, match } = owner
  const now = chosen ?? { resource, unit: '', person: '' }
  return (
    <tr>
      <td title={name}>
        {name} {group && `(${group})`} {match === 'ambiguous' && <span className={css.muted}>{t.ambiguous}</span>}
      </td>
      <td>{tasks}</td>
      <td>
        <Input
          aria-label={`${name} ${t.unit}`}
          value={now.unit}
          maxLength={100}
          onChange={(event) => onWrite({ ...now, unit: event.target.value })}
        />
      </td>
      <td>
        <Input
          aria-label={`${name} ${t.person}`}
          value={now.person}
          maxLength={50}
          onChange={(event) => onWrite({ ...now, person: event.target.value })}
        />
      </td>
    </tr>
  )
}
