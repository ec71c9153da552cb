import { disputeObligation } from '#platform/server/data-hub/index.ts'
import { defineScenario } from '#platform/server/scenario/index.ts'
import { contract } from './contract.ts'
import { refusals } from './refusals.ts'
import { addCommands } from './server/commands.ts'
import { playDemo } from './server/demo/play-demo.ts'
import { noticeRules } from './server/notice-rules.ts'
import { routes } from './server/routes.ts'

/** The data hub (F1): the server's half. Its tables are those of the engine. */
export const scenario = defineScenario({
  id: 'data-hub',
  contract,
  refusals,
  permissions: {
    'data-hub.read': '查看公共数据目录',
    'data-hub.grant': '授权、终止授权查询数据',
    'data-hub.hand-over': '导入本单位的数据表',
    'data-hub.looks': '查看数据查询记录',
    'data-hub.subject': '应本人要求查询谁看过其数据',
    'data-hub.dispute': '对查到的数据提出异议',
    'data-hub.answer': '答复对本单位数据的异议',
  },
  rooms: [],
  routes,
  sweeps: () => [],
  notices: noticeRules,
  playDemo,
  commands: addCommands,
  owed: { [disputeObligation]: { zh: '数据异议', en: 'Data dispute', answer: ['data-hub.answer'], judge: [] } },
  pageOf: (stream) => (stream.startsWith('data-hub.dispute/') ? '/data/disputes' : undefined),
})
