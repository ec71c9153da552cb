import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace'

/** On the root span of work that may find nothing to do: how much it found. */
export const foundAttribute = 'xianqu.found'

const mostHeld = 5000

/**
 * Lets whole traces through, except those of looks that found nothing: every second each sweep looks, and a collector would drown.
 * Spans wait for the end of their root, at most so many; what waits beyond that is let go.
 */
export function withoutIdle(next: SpanProcessor): SpanProcessor {
  const held = new Map<string, ReadableSpan[]>()
  let count = 0
  const release = (id: string): ReadableSpan[] => {
    const spans = held.get(id) ?? []
    held.delete(id)
    count -= spans.length
    return spans
  }
  return {
    onStart: (span, parent) => next.onStart(span, parent),
    onEnd: (span) => {
      const { traceId } = span.spanContext()
      if (span.parentSpanContext !== undefined) {
        if (count >= mostHeld) return
        count += 1
        held.set(traceId, [...(held.get(traceId) ?? []), span])
        return
      }
      const spans = [...release(traceId), span]
      if (span.attributes[foundAttribute] !== 0) for (const one of spans) next.onEnd(one)
    },
    forceFlush: () => next.forceFlush(),
    shutdown: () => next.shutdown(),
  }
}
