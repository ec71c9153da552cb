import { orRefuse } from '#platform/server/http/index.ts'
import { decideOnVersion, proposeVersion, readApart } from '#platform/server/rules/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { askedOf } from './asked.ts'
import { checkDocument } from './check-document.ts'
import { rulesImplementer } from './implementer.ts'
import { tryDocument } from './try-document.ts'
import { viewModel, viewModels, viewVersion } from './views.ts'

/** The contract of rules implemented: each route is one view or one command. */
export function routes(services: Services) {
  const os = rulesImplementer(services)
  const pack = () => services.rules().documents('decision-model')
  return os.router({
    models: os.models.handler(async ({ context: { call } }) => ({ models: await viewModels(services, call) })),
    model: os.model.handler(({ context: { call }, input }) => viewModel(services, call, input.model)),
    version: os.version.handler(({ context: { call }, input }) => viewVersion(services, call, input)),
    check: os.check.handler(({ input }) => checkDocument(input.xml)),
    tryOut: os.tryOut.handler(({ context: { call }, input }) => tryDocument(services, call, input)),
    propose: os.propose.handler(async ({ context: { call }, input }) => {
      const reading = orRefuse(await readApart(input.xml))
      return call.command((tx, command) =>
        proposeVersion(tx, command, input, {
          ...{ reading, pack: pack() },
          asked: askedOf(services, command.now.getTime(), input.model),
        }),
      )
    }),
    withdraw: os.withdraw.handler(({ context: { call }, input }) =>
      call.command((tx, command) => decideOnVersion(tx, command, { ...input, act: 'withdraw' })),
    ),
    decide: os.decide.handler(({ context: { call }, input }) =>
      call.command((tx, command) => decideOnVersion(tx, command, input)),
    ),
  })
}
