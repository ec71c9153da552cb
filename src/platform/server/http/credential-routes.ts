import { implement } from '@orpc/server'
import { credentialsContract } from '#platform/contract/credentials-contract.ts'
import { issuerOf, keyFileOf, openStatusLists, verifyBrought, verifyPdf } from '#platform/server/credentials/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { RequestContext } from './call-context.ts'
import { rateOf } from './rate.ts'
import { refused } from './refused.ts'

const verificationsPerMinute = 60

/** What anybody may ask about credentials. */
export function credentialRoutes(services: Services) {
  const os = implement(credentialsContract).$context<RequestContext>()
  const lists = openStatusLists(services)
  const admit = rateOf({ most: verificationsPerMinute, milliseconds: 60_000 })
  return os.router({
    keys: os.keys.handler(() => keyFileOf(issuerOf(services), services.county.name, services.crypto.published())),
    statusList: os.statusList.handler(async ({ input: { list } }) => ({
      list,
      text: await lists.signed(list, services.clock.now()),
    })),
    verify: os.verify.handler(async ({ input: { text, pdf, ...asked }, context }) => {
      const now = services.clock.now()
      admit(context.address, now.getTime())
      const found = pdf
        ? verifyPdf(services, Buffer.from(pdf, 'base64'), asked, now)
        : text?.trim() && verifyBrought(services, { ...asked, text }, now)
      return (await found) || refused('credentials.verification.unreadable')
    }),
  })
}
