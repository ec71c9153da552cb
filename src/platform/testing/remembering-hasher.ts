import { type PasswordHasher, passwordHasher } from '#platform/server/identity/index.ts'

/** The hasher of production, which does each piece of work once: tests ask it the same a hundred times, and each answer costs 0.1 s. */
export function rememberingHasher(): PasswordHasher {
  const hasher = passwordHasher()
  return { hash: remembering(hasher.hash), matches: remembering(hasher.matches) }
}

function remembering<Asked extends readonly string[], Answer>(work: (...asked: Asked) => Promise<Answer>) {
  const done = new Map<string, Promise<Answer>>()
  return (...asked: Asked): Promise<Answer> => {
    const name = JSON.stringify(asked)
    const answer = done.get(name) ?? work(...asked)
    done.set(name, answer)
    return answer
  }
}
