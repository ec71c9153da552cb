import { expect, it } from 'vitest'
import type { JurisdictionId, OrganisationId } from '#platform/kernel/ids.ts'
import { openingStatement } from './scope.ts'
import { splitStatements } from './split-statements.ts'

const jurisdiction = '331123' as JurisdictionId

it('a transaction opens with literals of checked ids', () => {
  expect(openingStatement({ jurisdiction, organisations: ['fagai', 'fagai-xiangmu'] as OrganisationId[] })).toBe(
    `begin;set local xianqu.jurisdiction = '331123';set local xianqu.reach = 'listed';set local xianqu.organisations = '{"fagai","fagai-xiangmu"}'`,
  )
})

it.each(["331123'; drop table x; --", '33112', ''])('a jurisdiction like %s never reaches SQL', (id) => {
  expect(() => openingStatement({ jurisdiction: id as JurisdictionId, organisations: [] })).toThrow()
})

it.each(["a'b", 'a"b', 'a,b', '{a}', 'A', '局'])('an organisation like %s never reaches SQL', (id) => {
  expect(() => openingStatement({ jurisdiction, organisations: [id as OrganisationId] })).toThrow()
})

it('a migration is split at its semicolons, not at those in quotes, bodies and comments', () => {
  const sql = `-- a; comment
    create table t (a text default 'x;y'); /* b; */
    create function f() returns int language sql as $body$ select 1; $body$;
    comment on table t is 'it''s; fine';
    `
  expect(splitStatements(sql)).toHaveLength(3)
  expect(splitStatements(sql)[1]).toContain('select 1; $body$')
})
