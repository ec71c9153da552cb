import type { Problem } from '#platform/contract/problem.ts'
import { ProblemError, UnansweredError } from '../api/failure.ts'
import { dotted } from '../words/dotted.ts'
import { useLanguage, useWords } from '../words/words.ts'
import css from './failure-message.module.css'
import { Icon } from './icon.tsx'

const words = {
  unanswered: [
    '没有连上服务器，不能确定是否已经保存。再次提交不会重复。',
    'The server could not be reached; whether it was saved is unknown. Trying again will not do it twice.',
  ],
  broken: ['页面出现故障，请刷新后再试。', 'This page failed. Load it anew and try again.'],
  code: ['代码', 'Code'],
  trace: ['追踪号', 'Trace'],
  help: ['需要帮助时报给工作人员', 'For whoever helps you'],
} as const

/** What went wrong, whether anything was saved, and what to do; code and trace for whoever is asked for help. */
export function FailureMessage({ error }: { readonly error: unknown }) {
  if (!error) return null
  return (
    <div role="alert" className={css.message}>
      <Icon name="late" />
      <div className={css.text}>
        {error instanceof ProblemError ? <ProblemText problem={error.problem} /> : <PlainText error={error} />}
      </div>
    </div>
  )
}

function ProblemText({ problem }: { readonly problem: Problem }) {
  const isChinese = useLanguage() === 'zh'
  return (
    <>
      <p title={isChinese ? problem.detail : problem.title}>{isChinese ? problem.title : problem.detail}</p>
      {problem.issues?.map((issue) => (
        <p key={issue.path + issue.message} className={css.issue}>
          {issue.path}：{issue.message}
        </p>
      ))}
      <Marks problem={problem} />
    </>
  )
}

/** Code and trace: in sight where something broke, folded away where the reader can mend it alone. */
function Marks({ problem: { status, code, trace } }: { readonly problem: Problem }) {
  const t = useWords(words)
  const marks = dotted(`${t.code} ${code}`, trace && `${t.trace} ${trace}`)
  if (status >= 500) return <p className={css.code}>{marks}</p>
  return (
    <details className={css.code}>
      <summary>{t.help}</summary>
      {marks}
    </details>
  )
}

function PlainText({ error }: { readonly error: unknown }) {
  const t = useWords(words)
  return <p>{error instanceof UnansweredError ? t.unanswered : t.broken}</p>
}
