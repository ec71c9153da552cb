import { supervisionCounty } from '#scenarios/supervision/fixtures/county.ts'

const more = Array.from({ length: 77 }, (_, index) => `danwei-${index}`)

/** The units that owe, those of the fixture first. */
export const units: readonly string[] = ['jiaotong', 'shuili', 'zhujian', ...more]

/** The county of the tests with as many units as a county has. */
export const county: Readonly<Record<string, string>> = {
  ...supervisionCounty,
  'organisations/all.yaml': [
    supervisionCounty['organisations/all.yaml']?.trimEnd(),
    ...more.map((id, index) => `  - { id: ${id}, name: 第${index + 1}单位, kind: bureau, parent: county }`),
    '',
  ].join('\n'),
}
