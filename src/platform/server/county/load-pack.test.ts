import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameLength } from '#platform/kernel/display-name.ts'
import { parseCountyPack } from './load-pack.ts'
import type { CountyPack } from './pack.ts'
import type { PackProblem } from './problem.ts'

const permissions = new Set([
  'projects.read',
  'identity.directory.read',
  'identity.accounts.manage',
  'journal.audit.read',
])

const county = `id: '331199'
name: 测试县
shortName: 测试
englishName: Test County
timezone: Asia/Shanghai
`
const roles = `roles:
  staff: { name: 工作人员, english: Staff, permissions: [{ permission: projects.read, scope: unit }] }
  system: { name: 系统管理员, english: System, administrator: system, permissions: [{ permission: identity.accounts.manage, scope: jurisdiction }] }
  audit: { name: 审计管理员, english: Audit, administrator: audit, permissions: [{ permission: journal.audit.read, scope: jurisdiction }] }
`
const organisations = `organisations:
  - { id: county, name: 测试县, kind: county }
  - { id: fagai, name: 发改局, kind: bureau, parent: county }
`
const posts = `posts:
  - { id: clerk, title: 经办人, english: Clerk, for: { kinds: [bureau] }, seats: 2, roles: [staff] }
`

const base = {
  'county.yaml': county,
  'roles.yaml': roles,
  'organisations/all.yaml': organisations,
  'posts/all.yaml': posts,
}

function parse(changed: Partial<Record<string, string>> = {}) {
  const files = Object.entries({ ...base, ...changed }).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text] as const],
  )
  return parseCountyPack(new Map(files), permissions)
}

function problemsOf(changed: Partial<Record<string, string>>): readonly PackProblem[] {
  const loaded = parse(changed)
  return 'problems' in loaded ? loaded.problems : []
}

function packOf(changed: Partial<Record<string, string>> = {}): CountyPack {
  const loaded = parse(changed)
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
  return loaded.pack
}

const told = (problems: readonly PackProblem[]) => problems.map(({ file, line, code }) => `${file}:${line} ${code}`)

describe('a county pack', () => {
  test('that holds together gives the posts of each organisation with what their roles allow', () => {
    const { posts: made } = packOf()
    expect(made.map(({ id, permissions: held }) => [id, held])).toEqual([['fagai.clerk', { 'projects.read': 'unit' }]])
  })

  test('takes a name outside the basic plane', () => {
    const { organisations: made } = packOf({ 'organisations/all.yaml': organisations.replace('发改局', '𬭎业局') })
    expect(made[1]?.name).toBe('𬭎业局')
  })

  test.each(['<script>alert(1)</script>', '"发改\\u0000局"', '"发改\\u202e局"', '" 发改局"', '""'])(
    'refuses the name %s',
    (name) => {
      const problems = problemsOf({ 'organisations/all.yaml': organisations.replace('发改局', name) })
      expect(told(problems)).toEqual(['organisations/all.yaml:3 county.name.forbidden'])
    },
  )

  test('names file and line of a permission that nobody declares', () => {
    const problems = problemsOf({ 'roles.yaml': roles.replace('projects.read', 'projects.raed') })
    expect(told(problems)).toEqual(['roles.yaml:2 county.permission.unknown'])
    expect(problems[0]).toMatchObject({
      zh: expect.stringContaining('projects.raed'),
      en: expect.stringContaining('projects.raed'),
    })
  })

  test('tells everything that is wrong at once', () => {
    const problems = problemsOf({
      'county.yaml': county.replace("'331199'", '331199').replace('Asia/Shanghai', 'Europe/Paris'),
      'organisations/all.yaml': `${organisations}  - { id: fagai, name: 财政局, kind: bureau, parent: county, colour: red }\n`,
      'posts/all.yaml': `${posts}  - { id: Chief, title: 科长, english: Chief, for: {}, seats: 0, roles: [] }\n`,
    })
    expect(told(problems)).toEqual([
      'county.yaml:1 county.field.invalid',
      'county.yaml:5 county.field.invalid',
      'organisations/all.yaml:4 county.field.unknown',
      'posts/all.yaml:3 county.id.invalid',
      'posts/all.yaml:3 county.field.invalid',
      'posts/all.yaml:3 county.field.invalid',
    ])
  })

  test('tells ids, names and references that clash or lead nowhere', () => {
    const problems = problemsOf({
      'organisations/all.yaml': `${organisations}  - { id: fagai, name: 财政局, kind: bureau, parent: county }
  - { id: second, name: 发改局, kind: bureau, parent: county }
  - { id: lost, name: 林业局, kind: bureau, parent: nowhere, division: '331199001' }
`,
      'posts/all.yaml': `${posts}  - { id: chief, title: 科长, english: Chief, for: { kinds: [burau], organisations: [gone] }, seats: 1, roles: [boss] }\n`,
    })
    expect(told(problems)).toEqual([
      'organisations/all.yaml:4 county.id.duplicate',
      'organisations/all.yaml:5 county.name.duplicate',
      'organisations/all.yaml:6 county.reference.unknown',
      'organisations/all.yaml:6 county.reference.unknown',
      'posts/all.yaml:3 county.reference.unknown',
      'posts/all.yaml:3 county.reference.unknown',
      'posts/all.yaml:3 county.reference.unknown',
    ])
    expect(problems[0]?.zh).toContain('organisations/all.yaml:3')
  })

  test('tells files that are missing, misnamed or not YAML', () => {
    const problems = problemsOf({
      'roles.yaml': undefined,
      'ladder.yaml': 'ladders: []',
      'calendar.yaml': 'sessions: [',
    })
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'calendar.yaml county.yaml.invalid',
      'ladder.yaml county.file.unknown',
      'roles.yaml county.pack.missing',
    ])
  })

  test('leaves the folders of scenarios alone', () => {
    expect(problemsOf({ 'projects/road.yaml': 'anything: goes', 'demo/projects/road.yaml': 'so: does this' })).toEqual(
      [],
    )
    expect(problemsOf({ 'demo/road.yaml': 'this: not', 'posts/more/road.yaml': 'nor: this' })).toHaveLength(2)
  })

  test('checks the digits of division codes against the county and the town', () => {
    const divisions = `source: 测试
edition: '2023'
towns:
  - code: '331199001'
    name: 甲镇
    villages: { '331199001200': 一村委会, '331199002201': 二村委会 }
  - code: '3311990'
    name: 乙镇
`
    const problems = problemsOf({ 'divisions.yaml': divisions })
    expect(told(problems)).toEqual(['divisions.yaml:6 county.division.code', 'divisions.yaml:7 county.division.code'])
  })

  test('may make sign-in stricter than level 3 asks and never laxer', () => {
    expect(packOf({ 'county.yaml': `${county}signIn: { idleMinutes: 10 }\n` }).county.signIn.idleMinutes).toBe(10)
    const problems = problemsOf({
      'county.yaml': `${county}signIn:\n  failures: 6\n  idleMinutes: 31\n  passwordLength: 7\n`,
    })
    expect(told(problems)).toEqual([
      'county.yaml:7 county.settings.loosened',
      'county.yaml:8 county.settings.loosened',
      'county.yaml:9 county.settings.loosened',
    ])
  })
})

describe('the three administrators', () => {
  test('hold no business permission, and no business role holds theirs', () => {
    const mixed = roles
      .replace('permission: projects.read', 'permission: identity.accounts.manage')
      .replace('permission: journal.audit.read', 'permission: projects.read')
    const problems = problemsOf({ 'roles.yaml': mixed })
    expect(told(problems)).toEqual(['roles.yaml:2 county.permission.foreign', 'roles.yaml:4 county.permission.foreign'])
  })

  test('are posts with no other role', () => {
    const problems = problemsOf({ 'posts/all.yaml': posts.replace('[staff]', '[staff, system]') })
    expect(told(problems)).toEqual(['posts/all.yaml:2 county.administrator.mixed'])
  })

  test('are three people', () => {
    const both = `posts:
  - { id: system, title: 系统管理员, english: System, for: { kinds: [bureau] }, seats: 1, roles: [system] }
  - { id: audit, title: 审计管理员, english: Audit, for: { kinds: [bureau] }, seats: 1, roles: [audit] }
`
    const staff = 'seed: 1\npeople:\n  - { login: one, name: 甲, posts: [fagai.system, fagai.audit] }\n'
    const problems = problemsOf({
      'county.yaml': `${county}demo: true\n`,
      'posts/all.yaml': both,
      'demo/staff.yaml': staff,
    })
    expect(told(problems)).toEqual(['demo/staff.yaml:3 county.administrator.twice'])
  })
})

describe('invented people', () => {
  const demo = { 'county.yaml': `${county}demo: true\n` }
  const staff = `seed: 7
people: [{ login: one, name: 甲, posts: [fagai.clerk] }]
generate: [{ post: clerk, kinds: [bureau], each: 2 }]
`

  test('fill what the listed leave free, and are the same people each time', () => {
    const first = packOf({ ...demo, 'demo/staff.yaml': staff })
    expect(first.people.map(({ login }) => login)).toEqual(['one', 'fagai.clerk2'])
    expect(packOf({ ...demo, 'demo/staff.yaml': staff }).people).toEqual(first.people)
  })

  test('never exceed the seats of a post', () => {
    const problems = problemsOf({ ...demo, 'demo/staff.yaml': staff.replace('each: 2', 'each: 3') })
    expect(told(problems)).toEqual(['demo/staff.yaml:3 county.post.seats'])
  })

  test('live only in a demonstration county', () => {
    expect(told(problemsOf({ 'demo/staff.yaml': staff }))).toEqual(['demo/staff.yaml:1 county.demo.forbidden'])
  })
})

describe('any tree of organisations', () => {
  const parents = fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 12 })

  test('is refused exactly when it has a cycle or not one root', () => {
    fc.assert(
      fc.property(parents, (choice) => {
        const parentOf = choice.map((parent, index) =>
          parent % (choice.length + 1) === index ? undefined : parent % (choice.length + 1),
        )
        const known = parentOf.map((parent) => (parent !== undefined && parent < choice.length ? parent : undefined))
        const text = known.map(
          (parent, index) =>
            `  - { id: o${index}, name: 机构${index}, kind: bureau${parent === undefined ? '' : `, parent: o${parent}`} }`,
        )
        const problems = problemsOf({ 'organisations/all.yaml': `organisations:\n${text.join('\n')}\n` })
        expect(problems.length === 0).toBe(isTree(known))
      }),
    )
  })
})

describe('any text', () => {
  test('in place of a file gives problems with a place in it, and never a crash', () => {
    const mangled = fc.record({
      file: fc.constantFrom('county.yaml', 'roles.yaml', 'organisations/all.yaml', 'posts/all.yaml'),
      at: fc.nat({ max: 200 }),
      put: fc.oneof(
        fc.string({ maxLength: 20 }),
        fc.constantFrom('&a', '*a', '{', ']', '\t', '- ', ': ', '!!set', '\u0000', '𬭎'),
      ),
    })
    fc.assert(
      fc.property(mangled, ({ file, at, put }) => {
        const text = base[file as keyof typeof base]
        for (const problem of problemsOf({ [file]: text.slice(0, at) + put + text.slice(at) })) {
          expect(problem.line).toBeGreaterThanOrEqual(1)
          const unfilled = /\{[a-z]\w*\}/i
          if (unfilled.test(JSON.stringify(problem.facts))) continue // the text itself says so
          expect(problem.zh).not.toMatch(unfilled)
          expect(problem.en).not.toMatch(unfilled)
        }
      }),
    )
  })

  test(`of up to ${nameLength} plain letters is a name`, () => {
    const letter = fc.constantFrom(...'发展改革局𬭎a1·（）')
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: nameLength }), (letters) => {
        const name = letters.join('')
        expect(packOf({ 'county.yaml': county.replace('测试县', JSON.stringify(name)) }).county.name).toBe(name)
      }),
      { numRuns: 30 },
    )
  })
})

function isTree(parents: readonly (number | undefined)[]): boolean {
  const rootOf = (from: number): number | undefined => {
    let at = from
    for (let steps = 0; steps <= parents.length; steps += 1) {
      const parent = parents[at]
      if (parent === undefined) return at
      at = parent
    }
    return undefined
  }
  const roots = new Set(parents.map((_, index) => rootOf(index)))
  return roots.size === 1 && !roots.has(undefined)
}
