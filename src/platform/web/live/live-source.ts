/** What a stream of news told. */
export type LiveNews = {
  /** The position of the record up to which it tells. */
  readonly position: number
  readonly kind: 'hello' | 'changed' | 'beat'
}

/** How a stream stands: since when it is open, or cut. */
export type LiveSource = { close(): void }

const silenceMilliseconds = 45_000
const patienceMilliseconds = 8_000
const retryMilliseconds = 5_000

type Heard = { onNews(news: LiveNews): void; onCut(): void }

/**
 * Listens to `/api/live` until closed. The browser takes a broken stream up again with the position that it last heard; where
 * the server turned it away, we do so ourselves. A stream that is silent for longer than its beat is as good as cut.
 */
export function listen(topics: readonly string[], heard: Heard): LiveSource {
  let source: EventSource | undefined
  let position: number | undefined
  let lastHeard = Date.now()
  let retry: ReturnType<typeof setTimeout> | undefined

  const open = () => {
    const seen = position === undefined ? '' : `&seen=${position}`
    source = new EventSource(`/api/live?topics=${topics.join(',')}${seen}`)
    for (const kind of ['hello', 'changed', 'beat'] as const)
      source.addEventListener(kind, (event) => {
        position = Number(event.lastEventId)
        lastHeard = Date.now()
        heard.onNews({ kind, position })
      })
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) again()
    })
  }
  const again = () => {
    source?.close()
    clearTimeout(retry)
    retry = setTimeout(open, retryMilliseconds)
  }
  const watch = setInterval(() => {
    const isOpen = source?.readyState === EventSource.OPEN
    const silence = Date.now() - lastHeard
    if (silence > (isOpen ? silenceMilliseconds : patienceMilliseconds)) heard.onCut()
    if (isOpen && silence > silenceMilliseconds) again()
  }, 1000)
  open()
  return {
    close: () => {
      clearInterval(watch)
      clearTimeout(retry)
      source?.close()
    },
  }
}
