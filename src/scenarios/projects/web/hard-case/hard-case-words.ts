/** The words of hard cases. */
export const hardCaseWords = {
  cases: ['攻坚榜', 'Hard cases'],
  lead: [
    '谁能办、办成得分：组队揭榜，按分成计分。',
    'Whoever can do it claims it with a team, and scores by stated shares.',
  ],
  none: ['榜上还没有攻坚事项', 'No hard cases yet'],
  noneHint: ['由项目牵头单位或督办科发布。', 'Lead units and the supervision section publish them.'],
  publish: ['发布攻坚事项', 'Publish a case'],
  points: [(points: number) => `${points} 分`, (points: number) => `${points} points`],
  until: [(day: string) => `${day} 前完成`, (day: string) => `until ${day}`],
  teams: [(count: number) => `${count} 支队伍揭榜`, (count: number) => `${count} teams`],
  title: ['事项', 'Title'],
  place: ['地点', 'Place'],
  goal: ['要达到的目标', 'What must be achieved'],
  goalHint: ['写到能据以验收的程度。', 'So that it can be judged.'],
  pointsLabel: ['分值', 'Points'],
  deadline: ['完成时限', 'Deadline'],
  selection: ['揭榜规则', 'Rule of selection'],
  publisher: ['发布单位', 'Published by'],
  project: ['所属项目', 'Project'],
  claim: ['组队揭榜', 'Claim with a team'],
  pledge: ['怎么干', 'How you mean to do it'],
  team: ['队员与分成', 'Team and shares'],
  addPerson: ['按姓名添加队员', 'Add by name'],
  share: ['分成（%）', 'Share (%)'],
  sum: [(sum: number) => `合计 ${sum}%，须为 100%`, (sum: number) => `${sum}% of 100%`],
  remove: ['移出', 'Remove'],
  choose: ['选定这支队伍', 'Choose this team'],
  chosen: ['承办队伍', 'Has the case'],
  submit: ['提交成果', 'Hand in the result'],
  result: ['成果说明', 'The result'],
  accept: ['验收并计分', 'Accept and score'],
  acceptLead: ['验收后分数按下列分成记入各人账户。', 'The points go to the members by their shares.'],
  return: ['退回', 'Give back'],
  withdraw: ['撤榜', 'Withdraw'],
  reason: ['理由', 'Reason'],
  trail: ['过程', 'Trail'],
  outcome: ['成果／理由', 'Result or reason'],
  done: ['已办理', 'Done'],
  back: ['攻坚榜', 'Hard cases'],
} as const

export const selectionWords = {
  first: ['先揭先得', 'The first team gets it'],
  choice: ['发布单位择优选定', 'The publisher chooses'],
} as const

export const caseStateWords = {
  published: ['待揭榜', 'Open'],
  assigned: ['攻坚中', 'At work'],
  submitted: ['待验收', 'To be judged'],
  scored: ['已计分', 'Scored'],
  withdrawn: ['已撤榜', 'Withdrawn'],
} as const

/** What happened to a case, by the kind of entry. */
export const caseEntryWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'projects.hard-case.published': ['发布', 'Published'],
  'projects.hard-case.claimed': ['揭榜', 'Claimed'],
  'projects.hard-case.assigned': ['确定承办队伍', 'Assigned'],
  'projects.hard-case.submitted': ['提交成果', 'Handed in'],
  'projects.hard-case.returned': ['退回', 'Given back'],
  'projects.hard-case.scored': ['验收计分', 'Scored'],
  'projects.hard-case.withdrawn': ['撤榜', 'Withdrawn'],
}
