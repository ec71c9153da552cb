import { inForce } from '#platform/kernel/in-force.ts'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import { type DatedModel, listVersions, openModel, type VersionRow } from '#platform/server/rules/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { ModelDetail, ModelLine, VersionLine } from '../contract/parts.ts'
import { askedOf } from './asked.ts'

type Call = CallContext['call']

/** Every model in force today. */
export async function viewModels(services: Services, { actor, now, read }: Call): Promise<ModelLine[]> {
  const rows = await read((tx) => listVersions(tx, actor.jurisdiction))
  return presentOf(services, rows, now).map((present) => lineOf(services, present, rows, now))
}

/** One model with its document and its versions. */
export async function viewModel(services: Services, call: Call, id: string): Promise<ModelDetail> {
  const { actor, now } = call
  const { rows, versions } = await versionsOf(services, call, id)
  const present =
    presentOf(services, rows, now).find((one) => one.id === id) ?? refused('rules.model.unknown', { model: id })
  return {
    ...lineOf(services, present, rows, now),
    xml: present.xml,
    versions,
    mayEdit: actor.permissions.has('rules.edit'),
    mayApprove: actor.permissions.has('rules.approve'),
  }
}

/** One version with its document. */
export async function viewVersion(
  services: Services,
  call: Call,
  { model, version }: { model: string; version: number },
) {
  const { rows, versions } = await versionsOf(services, call, model)
  const line = versions.find((one) => one.version === version)
  const xml =
    rows.find((one) => one.version === version)?.xml ??
    packOf(services, model).find((one) => one.version === version)?.xml
  return line && xml ? { ...line, xml } : refused('rules.proposal.unknown', { model, version })
}

function packOf(services: Services, id: string): readonly DatedModel[] {
  return services
    .rules()
    .documents('decision-model')
    .filter((one) => one.id === id)
}

function presentOf(services: Services, rows: readonly VersionRow[], now: Date): readonly DatedModel[] {
  const approved = rows.filter(({ state }) => state === 'approved').map(modelOf)
  return inForce([...services.rules().documents('decision-model'), ...approved], now.getTime())
}

function modelOf({ model, version, effective_from, name, english, summary, xml }: VersionRow): DatedModel {
  return { ...{ id: model, version, effectiveFrom: effective_from, name, english, xml }, summary: summary ?? undefined }
}

function lineOf(services: Services, present: DatedModel, rows: readonly VersionRow[], now: Date): ModelLine {
  const opened = openModel(present.xml)
  return {
    ...{ model: present.id, name: present.name, summary: present.summary ?? null },
    ...{ version: present.version, effectiveFrom: present.effectiveFrom },
    decisions: opened.ok ? opened.value.model.decisions.map(({ name }) => name) : [],
    usedBy: askedOf(services, now.getTime(), present.id).map(({ by }) => by),
    waiting: rows.filter(({ model, state }) => model === present.id && state === 'waiting').length,
  }
}

async function versionsOf(services: Services, { actor, now, read }: Call, id: string) {
  return read(async (tx) => {
    const rows = await listVersions(tx, actor.jurisdiction, id)
    const people = rows.flatMap(({ proposed_by, decided_by }) => [proposed_by, ...(decided_by ? [decided_by] : [])])
    const names = await findNames(tx, actor.jurisdiction, { people })
    const today = dateOf(now.getTime())
    const present = inForce(
      [...packOf(services, id), ...rows.filter(({ state }) => state === 'approved').map(modelOf)],
      now.getTime(),
    )[0]
    const stand = { today, present: present?.version, names, person: actor.person }
    const versions = [
      ...rows.map((row) => proposedLine(row, stand)),
      ...packOf(services, id).map((one) => packLine(one, stand)),
    ]
    return { rows, versions: versions.sort((a, b) => b.version - a.version) }
  })
}

type Stand = {
  readonly today: string
  readonly present: number | undefined
  readonly names: Names
  readonly person: string
}

function stateOf(version: number, effectiveFrom: string, { today, present }: Stand): VersionLine['state'] {
  if (version === present) return 'in-force'
  return effectiveFrom > today ? 'later' : 'over'
}

function packLine({ version, effectiveFrom }: DatedModel, stand: Stand): VersionLine {
  return {
    ...{
      version,
      effectiveFrom,
      origin: 'pack',
      state: stateOf(version, effectiveFrom, stand),
      reason: null,
      tried: null,
    },
    ...{ proposedBy: null, proposedAt: null, decidedBy: null, decidedAt: null, decidedReason: null, isOwn: false },
  }
}

function proposedLine(row: VersionRow, stand: Stand): VersionLine {
  const { version, effective_from, state, decided_by } = row
  return {
    ...{ version, effectiveFrom: effective_from, origin: 'proposal', reason: row.reason },
    state: state === 'approved' ? stateOf(version, effective_from, stand) : state,
    tried: row.tried as VersionLine['tried'],
    proposedBy: stand.names.person(row.proposed_by),
    proposedAt: row.proposed_at.toISOString(),
    decidedBy: decided_by === null ? null : stand.names.person(decided_by),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedReason: row.decided_reason,
    isOwn: row.proposed_by === stand.person,
  }
}
