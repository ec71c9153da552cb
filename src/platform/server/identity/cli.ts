import type { Command } from 'commander'
import { tell } from '#platform/contract/refusal-registry.ts'
import type { Clock } from '#platform/kernel/clock.ts'
import type { JurisdictionId, PersonId, PostId } from '#platform/kernel/ids.ts'
import { type Result, refuse } from '#platform/kernel/result.ts'
import type { Database } from '#platform/server/database/index.ts'
import { carryOutTogether, decideAppointment, decideRegistration } from './commands/index.ts'
import { findByLogin } from './person-store.ts'
import { refusals } from './refusals.ts'
import type { SignIn } from './sign-in/index.ts'

/** What the commands of identity need of the platform; `close` is called when the command is done. */
export type IdentitySession = {
  readonly database: Database
  readonly jurisdiction: JurisdictionId
  readonly signIn: SignIn
  readonly clock: Clock
  close(): Promise<void>
}

const operator = { system: 'operator' } as const

/**
 * Adds `staff add|activate|unlock`: how a county of its own gets its first administrators, and back in when all are locked out.
 * Whoever can run it owns the machine; everything it does stands in the record.
 */
export function registerIdentity(program: Command, open: () => Promise<IdentitySession>): void {
  const staff = program.command('staff').description('人员与账号  People and their accounts')
  const run = async (options: Options, work: (session: IdentitySession) => Promise<Result<object>>) => {
    const session = await open()
    report(await work(session).finally(() => session.close()), options.json)
  }
  const command = (usage: string, description: string) =>
    staff.command(usage).description(description).option('--json', '输出 JSON print JSON')
  command('add <login> <name>', '登记人员、任职并签发激活码  Register a person, appoint, issue an activation code')
    .requiredOption('--post <post...>', '岗位 posts to hold, as county.system-administrator')
    .action((login: string, name: string, options: Options & { post: string[] }) =>
      run(options, (session) => add(session, { login, name, posts: options.post })),
    )
  command('activate <login>', '签发激活码  Issue an activation code').action((login: string, options: Options) =>
    run(options, (session) => withPerson(session, login, (person) => session.signIn.issueActivation(person, operator))),
  )
  command(
    'link <login> <provider> <handle>',
    '登记单点登录账号，首次登录时绑定  List whom a provider of single sign-on brings',
  ).action((login: string, provider: string, handle: string, options: Options) =>
    run(options, (session) => session.signIn.listArrival({ login, provider, handle }, operator)),
  )
  command('unlock <login>', '解除锁定  Lift a lock').action((login: string, options: Options) =>
    run(options, (session) => withPerson(session, login, (person) => session.signIn.unlock(person, operator))),
  )
}

type Options = { readonly json?: boolean }

async function add(session: IdentitySession, wanted: { login: string; name: string; posts: readonly string[] }) {
  const { database, jurisdiction, signIn, clock } = session
  const doer = { jurisdiction, actor: operator, now: clock.now() }
  const registered = await carryOutTogether(database, jurisdiction, async (tx, perform) => {
    const person = await perform(await decideRegistration(tx, doer, wanted))
    if (!person.ok) return person
    for (const post of wanted.posts) {
      const input = { person: person.value.person, post: post as PostId }
      const appointed = await perform(await decideAppointment(tx, doer, input))
      if (!appointed.ok) return appointed
    }
    return person
  })
  return registered.ok ? signIn.issueActivation(registered.value.person, operator) : registered
}

async function withPerson(
  { database, jurisdiction }: IdentitySession,
  login: string,
  work: (person: PersonId) => Promise<Result<object>>,
): Promise<Result<object>> {
  const person = await database.asSystem(jurisdiction, (tx) => findByLogin(tx, jurisdiction, login))
  return person ? work(person.id) : refuse('identity.person.unknown')
}

function report(result: Result<object>, json: boolean | undefined): void {
  if (!result.ok) {
    process.exitCode = 1
    const { code, facts } = result.refusal
    const text = refusals[code as keyof typeof refusals]
    if (json) console.log(JSON.stringify({ code, facts }))
    else console.error(text ? `${tell(text.zh, facts)}\n${tell(text.en, facts, ', ')}` : code)
    return
  }
  if (json) console.log(JSON.stringify(result.value))
  else if ('code' in result.value)
    console.log(`激活码（7 天内有效）Activation code (valid for 7 days): ${result.value.code}`)
  else console.log('已完成。Done.')
}
