import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { readDocument } from '../domain/check/read-document.ts'
import { needsOf } from '../domain/evaluate/needed.ts'
import { openModel } from '../domain/open-model.ts'
import { type PastCase, tryOut } from '../domain/try-out.ts'

/** What is worked out apart from everything else, from texts alone. */
export type Task =
  | { readonly kind: 'read'; readonly xml: string }
  | {
      readonly kind: 'try'
      readonly before: string
      readonly after: string
      readonly decision: string
      readonly cases: readonly PastCase[]
    }

/** Works a task out; what it gives can go from one thread to another. */
export function workOut(task: Task): Result<unknown> {
  return task.kind === 'read' ? readDocument(task.xml) : tryDocuments(task)
}

function tryDocuments({ before, after, decision, cases }: Extract<Task, { readonly kind: 'try' }>): Result<unknown> {
  const [present, proposed] = [openModel(before), openModel(after)]
  if (!present.ok) return present
  if (!proposed.ok) return proposed
  const { model } = proposed.value
  if (needsOf(model, decision) === undefined)
    return refuse('rules.decision.unknown', { decision, known: model.decisions.map(({ name }) => name) })
  return ok(tryOut({ before: present.value, after: proposed.value }, decision, cases))
}
