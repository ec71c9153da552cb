import { unwrap } from '#platform/kernel/result.ts'
import { applyPack, type CountyPack, parseCountyPack } from '#platform/server/county/index.ts'
import type { Database } from '#platform/server/database/index.ts'

const files = {
  'county.yaml': `id: '331199'
name: 测试县
shortName: 测试
englishName: Test County
timezone: Asia/Shanghai
demo: true
names: { hub: 智慧办 }
signIn: { failures: 5, lockMinutes: 20, idleMinutes: 20, sessionHours: 12 }
`,
  'organisations/all.yaml': `organisations:
  - { id: county, name: 测试县, kind: county }
  - { id: fagai, name: 测试县发展和改革局, shortName: 发改局, kind: bureau, parent: county }
  - { id: fagai-xiangmu, name: 重点项目科, kind: section, parent: fagai }
  - { id: jiaotong, name: 测试县交通运输局, shortName: 交通局, kind: bureau, parent: county }
`,
  'roles.yaml': `roles:
  staff:
    name: 工作人员
    english: Staff
    permissions:
      - { permission: identity.directory.read, scope: jurisdiction }
      - { permission: identity.posts.delegate, scope: own }
      - { permission: projects.read, scope: unit }
      - { permission: projects.report, scope: own }
  head:
    name: 单位负责人
    english: Head
    permissions:
      - { permission: identity.posts.delegate, scope: unit }
      - { permission: projects.read, scope: subtree }
      - { permission: projects.accept, scope: subtree }
      - { permission: records.confidential, scope: subtree }
  leader:
    name: 县领导
    english: Leader
    permissions:
      - { permission: projects.read, scope: jurisdiction }
      - { permission: records.confidential, scope: jurisdiction }
  system: { name: 系统管理员, english: System, administrator: system, permissions: [{ permission: identity.accounts.manage, scope: jurisdiction }, { permission: deliveries.manage, scope: jurisdiction }] }
  security: { name: 安全管理员, english: Security, administrator: security, permissions: [{ permission: identity.powers.assign, scope: jurisdiction }, { permission: identity.settings.tighten, scope: jurisdiction }] }
  audit: { name: 审计管理员, english: Audit, administrator: audit, permissions: [{ permission: identity.audit.read, scope: jurisdiction }] }
`,
  'posts/all.yaml': `posts:
  - { id: director, title: 局长, titles: { section: 科长 }, english: Head, for: { kinds: [bureau, section] }, seats: 1, roles: [staff, head] }
  - { id: clerk, title: 经办人, english: Clerk, for: { kinds: [bureau, section] }, seats: 9, roles: [staff] }
  - { id: leader, title: 县长, english: Leader, for: { kinds: [county] }, seats: 1, roles: [staff, leader] }
  - { id: system, title: 系统管理员, english: System, for: { kinds: [county] }, seats: 2, roles: [system] }
  - { id: security, title: 安全管理员, english: Security, for: { kinds: [county] }, seats: 2, roles: [security] }
  - { id: audit, title: 审计管理员, english: Audit, for: { kinds: [county] }, seats: 2, roles: [audit] }
`,
  'demo/staff.yaml': `seed: 1
people:
  - { login: zhangwei, name: 张伟, posts: [fagai.clerk, jiaotong.clerk] }
  - { login: lixiaoyan, name: 李晓燕, posts: [fagai-xiangmu.clerk] }
  - { login: wangjianguo, name: 王建国, posts: [fagai.director] }
  - { login: zhoumin, name: 周敏, posts: [jiaotong.director] }
  - { login: chenshumin, name: 陈书敏, posts: [county.leader] }
  - { login: huangtao, name: 黄涛, posts: [county.system] }
  - { login: sunli, name: 孙丽, posts: [county.security] }
  - { login: makun, name: 马坤, posts: [county.audit] }
`,
  'demo/accounts.yaml': `accounts:
  - { login: zhangwei, role: 经办人, english: Clerk }
  - { login: huangtao, role: 系统管理员, english: System }
`,
}

const anyPermission = { has: () => true } as unknown as ReadonlySet<string>

/** A small county of invented people: two bureaus, a section, a leader and the three administrators. */
export function testCounty(changed: Readonly<Record<string, string>> = {}): CountyPack {
  const loaded = parseCountyPack(new Map(Object.entries({ ...files, ...changed })), anyPermission)
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
  return loaded.pack
}

/** Applies the test county and gives it. */
export async function applyTestCounty(database: Database, now: Date): Promise<CountyPack> {
  const pack = testCounty()
  unwrap(await applyPack(database, pack, now))
  return pack
}
