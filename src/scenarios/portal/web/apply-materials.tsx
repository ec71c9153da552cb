import { useState } from 'react'
import type { TabDraft } from '#platform/web/form/tab-draft.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '#scenarios/matters/public.ts'
import { MaterialPicker } from './material-picker.tsx'
import css from './portal.module.css'

const words = {
  bring: ['请提供材料', 'Please provide'],
  kept: [
    (count: number) => `上次传的 ${count} 个文件还在，会一起提交`,
    (count: number) => `${count} files from before go with it`,
  ],
  drop: ['不用上次的', 'Leave them out'],
} as const

type Files = TabDraft['materials']

type ApplyMaterialsProps = {
  readonly view: MatterView
  /** What was brought before the form was opened again. */
  readonly before: Files
  readonly onChange: (materials: Files) => void
}

/** What only the applicant has: files of before, and those of now. */
export function ApplyMaterials({ view, before, onChange }: ApplyMaterialsProps) {
  const t = useWords(words)
  const [old, setOld] = useState(before)
  const [fresh, setFresh] = useState<Files>({})
  const byHand = view.materials.filter(({ byData }) => byData === null)
  if (byHand.length === 0) return null
  const tell = (kept: Files, added: Files) => {
    const all = byHand.map(
      ({ material }) => [material, [...(kept[material] ?? []), ...(added[material] ?? [])]] as const,
    )
    onChange(Object.fromEntries(all.filter(([, files]) => files.length > 0)))
  }
  const add = (material: string, files: readonly string[]) => {
    const added = { ...fresh, [material]: files.filter((file) => !old[material]?.includes(file)) }
    setFresh(added)
    tell(old, added)
  }
  const drop = (material: string) => {
    const kept = { ...old, [material]: [] }
    setOld(kept)
    tell(kept, fresh)
  }
  return (
    <section className={css.panel}>
      <h2 className={css.heading}>{t.bring}</h2>
      {byHand.map((material) => (
        <div key={material.material} className={css.section}>
          <MaterialPicker material={material} onChange={(files) => add(material.material, files)} />
          {(old[material.material]?.length ?? 0) > 0 && (
            <p className={css.pair}>
              {t.kept(old[material.material]?.length ?? 0)}
              <Button look="quiet" onClick={() => drop(material.material)}>
                {t.drop}
              </Button>
            </p>
          )}
        </div>
      ))}
    </section>
  )
}
