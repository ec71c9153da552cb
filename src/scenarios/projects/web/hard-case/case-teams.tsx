import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { HardCaseDetail } from '../../contract/hard-cases.ts'
import { useActCommand } from '../acts/use-act.ts'
import { api } from '../api.ts'
import css from './hard-case.module.css'
import { hardCaseWords } from './hard-case-words.ts'

/** The teams that claimed a case; the publisher chooses among them where that is the rule. */
export function CaseTeams({ one }: { readonly one: HardCaseDetail }) {
  const t = useWords(hardCaseWords)
  const choose = useActCommand(api.chooseTeam.call, t.done, () => undefined)
  const mayChoose = one.may.publish && one.state === 'published' && one.selection === 'choice'
  if (one.teamsInOrder.length === 0) return null
  return (
    <Card title={t.team}>
      <FailureMessage error={choose.error} />
      {one.teamsInOrder.map((team) => (
        <div key={team.team} className={css.team}>
          {team.chosen && <b>{t.chosen}</b>}
          <ul className={css.members}>
            {team.members.map((member) => (
              <li key={member.person}>
                {member.organisationName} {member.personName} {member.share}%（{t.points(member.points)}）
              </li>
            ))}
          </ul>
          <p className={css.text}>{team.pledge}</p>
          {mayChoose && (
            <Button busy={choose.isPending} onClick={() => choose.mutate({ case: one.case, team: team.team })}>
              {t.choose}
            </Button>
          )}
        </div>
      ))}
    </Card>
  )
}
