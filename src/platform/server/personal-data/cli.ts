import { type Command, Option } from 'commander'
import { openPersonalKeys, type PersonalKeys, rotatePersonalKey } from './keys.ts'
import { suiteIds } from './suite.ts'

type Rotation = { readonly suite: (typeof suiteIds)[number] }

/** Adds `keys list` and `keys rotate`: the keys under which personal data is sealed. They need the data folder alone. */
export function registerPersonalKeys(program: Command, folder: () => string): void {
  const keys = program.command('keys').description('个人信息的加密密钥  Keys under which personal data is sealed')
  keys
    .command('list')
    .description('有哪些密钥、现在用哪一把  Which there are, and which is used now')
    .action(() => print(openPersonalKeys(folder())))
  keys
    .command('rotate')
    .description(
      '换一把新密钥，旧的仍可解开；重启后生效  Use a new one after a restart; what old ones sealed stays readable',
    )
    .addOption(new Option('--suite <suite>', '算法 suite').choices(suiteIds).default(suiteIds[0]))
    .action(({ suite }: Rotation) => print(rotatePersonalKey(folder(), suite)))
}

/** Names and suites, never the keys. */
function print({ current, keys }: PersonalKeys): void {
  const listed = [...keys].map(([key, { suite }]) => ({ key, suite, isCurrent: key === current }))
  process.stdout.write(`${JSON.stringify(listed, undefined, 2)}\n`)
}
