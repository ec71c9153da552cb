import type { NavEntry } from '../manifest.ts'
import { OutboxBanner } from '../outbox/outbox-banner.tsx'
import { type Senders, SendersContext } from '../outbox/outbox-context.ts'
import { useQueueKeys } from '../vocabulary/queue.tsx'
import { useWords } from '../words/words.ts'
import { HallReturn } from './hall.tsx'
import { Header } from './header.tsx'
import { Navigation, useOwnEntries } from './navigation.tsx'
import { Notices } from './notice.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { PagePlace } from './page-place.tsx'
import css from './shell.module.css'

const words = { skip: ['跳到正文', 'Skip to the page'] } as const

/** The frame around every page behind the door. */
export function Shell({ entries, senders }: { readonly entries: readonly NavEntry[]; readonly senders: Senders }) {
  const t = useWords(words)
  useQueueKeys()
  return (
    <SendersContext value={senders}>
      <Notices>
        <a href="#page" className={css.skip}>
          {t.skip}
        </a>
        <Header />
        <OfflineBanner />
        <OutboxBanner />
        <div className={css.body}>
          <Navigation entries={useOwnEntries(entries)} />
          <PagePlace className={css.main} />
        </div>
        <HallReturn />
      </Notices>
    </SendersContext>
  )
}
