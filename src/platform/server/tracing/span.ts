import { AsyncLocalStorage } from 'node:async_hooks'
import { type Attributes, context, ROOT_CONTEXT, type Span, SpanStatusCode, trace } from '@opentelemetry/api'

/** The trace id that the next root span takes: that of the request as the person and the log are told it. */
export const wantedTrace = new AsyncLocalStorage<string | undefined>()

const tracerName = 'xianqu'
let open = false

/** Says that spans are collected in this process; set by `openTracing`. */
export function setTracing(on: boolean): void {
  open = on
}

/**
 * Does work inside a span of the trace under way: what it begins is within it, what it throws marks it as failed. Where none is under
 * way it does the work and nothing else. Names and attributes hold kinds of things, never ids, names or values of people.
 * @example inSpan('command POST /matters', { 'xianqu.route': route }, () => decide(tx))
 */
export function inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  if (!open || trace.getActiveSpan() === undefined) return work()
  return spanning(name, attributes, work)
}

/** As `inSpan`, as the root of a trace of its own; `id` gives it 32 hexadecimal digits. */
export function inTrace<T>(
  id: string | undefined,
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  if (!open) return work()
  return wantedTrace.run(id, () => context.with(ROOT_CONTEXT, () => spanning(name, attributes, work)))
}

/** Adds to the span under way. */
export function noteOnSpan(attributes: Attributes, name?: string): void {
  if (!open) return
  const span = trace.getActiveSpan()
  span?.setAttributes(attributes)
  if (name !== undefined) span?.updateName(name)
}

/** The id of the trace under way. */
export function currentTrace(): string | undefined {
  return open ? trace.getActiveSpan()?.spanContext().traceId : undefined
}

function spanning<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return trace.getTracer(tracerName).startActiveSpan(name, { attributes }, (span) => finishing(span, work))
}

async function finishing<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // The message may quote what people typed: the kind of the error must do.
    const { name, code } = error as { readonly name?: string; readonly code?: unknown }
    span.setStatus({ code: SpanStatusCode.ERROR })
    span.setAttributes({ 'error.type': typeof code === 'string' ? code : (name ?? 'Error') })
    throw error
  } finally {
    span.end()
  }
}
