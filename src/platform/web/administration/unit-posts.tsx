import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { OrganisationEntry, PersonEntry, UnitPost } from '#platform/contract/identity-contract.ts'
import rows from '../account/rows.module.css'
import { useCommand } from '../api/command.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { Answered } from '../parts/states.tsx'
import { useNotice } from '../shell/notice.tsx'
import { dotted } from '../words/dotted.ts'
import { useLanguage, useWords } from '../words/words.ts'
import css from './administration.module.css'
import { identityApi } from './identity-api.ts'

const words = {
  none: ['这个单位没有岗位', 'This unit has no post'],
  seats: [(count: number) => `名额 ${count} 人`, (count: number) => `${count} seats`],
  vacant: ['现在无人', 'nobody now'],
  holders: [(names: string) => `现任 ${names}`, (names: string) => `held by ${names}`],
  more: [
    (names: string, count: number) => `${names} 等 ${count} 人`,
    (names: string, count: number) => `${names} and others, ${count} in all`,
  ],
  standsIn: [(name: string) => `${name}（代理）`, (name: string) => `${name} (for a leave)`],
  administrator: ['三员岗位，不得兼任其他两员', 'One of the three administrators'],
  held: ['已任此职', 'Held already'],
  full: ['名额已满，先免去一人', 'No seat left'],
  appoint: ['任命', 'Appoint'],
  sure: ['确认任命', 'Yes, appoint'],
  appointed: [
    (name: string, post: string) => `已任命 ${name} 为 ${post}`,
    (name: string, post: string) => `${name} is now ${post}`,
  ],
} as const

/** So many names are told; more than that are counted. */
const mostNames = 5

type UnitPostsProps = {
  readonly unit: OrganisationEntry
  readonly person: PersonEntry
  /** The posts that the person holds already. */
  readonly held: readonly string[]
}

/** The posts of a unit with who holds them, and the appointment of a person to one of them. */
export function UnitPosts({ unit, person, held }: UnitPostsProps) {
  const t = useWords(words)
  const query = useQuery(identityApi.unitPosts.queryOptions({ input: { organisation: unit.id } }))
  const start = useRef<HTMLDivElement>(null)
  useEffect(() => start.current?.focus(), [])
  return (
    <div ref={start} className={`${css.stack} ${css.start}`} tabIndex={-1}>
      <h3>{unit.name}</h3>
      <Answered query={query}>
        {({ posts }) => (
          <>
            {posts.length === 0 && <p>{t.none}</p>}
            <ul className={rows.rows}>
              {posts.map((post) => (
                <Post key={post.id} post={post} unit={unit} person={person} isHeld={held.includes(post.id)} />
              ))}
            </ul>
          </>
        )}
      </Answered>
    </div>
  )
}

type PostProps = Pick<UnitPostsProps, 'unit' | 'person'> & { readonly post: UnitPost; readonly isHeld: boolean }

function Post({ post, unit, person, isHeld }: PostProps) {
  const t = useWords(words)
  const tell = useNotice()
  const appoint = useCommand(identityApi.appoint.call, {
    touches: [identityApi.appointments.key(), identityApi.unitPosts.key(), identityApi.searchPeople.key()],
    onDone: () => tell(t.appointed(person.name, dotted(unit.shortName, post.title))),
  })
  const isFull = post.holders.filter(({ isDelegate }) => !isDelegate).length >= post.seats
  return (
    <li className={rows.row}>
      <span className={rows.what}>
        {post.title}
        <span className={rows.about}>{dotted(t.seats(post.seats), useHolders(post))}</span>
        {post.isAdministrator && <span className={rows.about}>{t.administrator}</span>}
      </span>
      {isHeld || isFull ? (
        <span className={css.note}>{isHeld ? t.held : t.full}</span>
      ) : (
        <ConfirmButton
          label={t.appoint}
          sure={t.sure}
          about={post.title}
          look="main"
          busy={appoint.isPending}
          onConfirm={() => appoint.mutate({ person: person.id, post: post.id })}
        />
      )}
      <FailureMessage error={appoint.error} />
    </li>
  )
}

function useHolders({ holders }: UnitPost): string {
  const t = useWords(words)
  const comma = useLanguage() === 'zh' ? '、' : ', '
  if (holders.length === 0) return t.vacant
  const names = holders.slice(0, mostNames).map(({ name, isDelegate }) => (isDelegate ? t.standsIn(name) : name))
  const told = names.join(comma)
  return t.holders(holders.length > mostNames ? t.more(told, holders.length) : told)
}
