import { findCase, openContents } from '#platform/server/casework/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { type Viewer, viewCase } from '../views/case.ts'
import { decisionOf, receiptOf } from './case-papers.ts'

/** Prints the receipt of a case, or the decision on it, for whoever may see it; a case that has not ended has no decision yet. */
export async function printCase(
  services: Services,
  call: CallContext['call'],
  asked: { readonly case: string; readonly paper: 'receipt' | 'decision' },
  viewer: Viewer,
): Promise<File> {
  const { jurisdiction, personalData, printer, county } = services
  const view = await viewCase(services, call, asked.case, viewer)
  const row = (await call.read((tx) => findCase(tx, jurisdiction, asked.case))) ?? refused('record.unknown')
  if (asked.paper === 'decision' && view.state !== 'granted' && view.state !== 'rejected')
    refused('casework.case.undecided')
  const to = openContents(personalData, row.id, row.sealed).applicant.name
  const facts = { to, unit: view.authority.name, sample: county.demo, at: call.now }
  const pdf = await printer.print(asked.paper === 'receipt' ? receiptOf(view, facts) : decisionOf(view, facts))
  return new File([Uint8Array.from(pdf)], `${view.number}-${asked.paper}.pdf`, { type: 'application/pdf' })
}
