import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { dateOfDay } from '#platform/kernel/working-time/civil-date.ts'
import { useAddress } from '#platform/web/address.ts'
import { lampWords } from '#platform/web/vocabulary/lamp.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { outlineKeys } from '../../outline/outline-keys.ts'
import { shownNodes } from '../../shown-nodes.ts'
import type { Drawn } from '../drawn.ts'
import css from './gantt.module.css'
import { GanttDetails } from './gantt-details.tsx'
import { GanttHeading } from './gantt-heading.tsx'
import { GanttRows } from './gantt-rows.tsx'
import { GanttTile } from './gantt-tile.tsx'
import { GanttTools } from './gantt-tools.tsx'
import { linksByBlock, shownLinks } from './links.ts'
import { type Paper, readColours, rowsInTile, tileWidth } from './paper.ts'
import { timeScale, type Zoom, zooms } from './time-scale.ts'

const words = {
  gantt: ['甘特图', 'Gantt chart'],
  critical: ['关键', 'Critical'],
} as const

/** The project on a scale of time, however long: only the tiles in sight are there. */
export function Gantt({ drawn }: { readonly drawn: Drawn }) {
  const t = useWords(words)
  const id = useId()
  const navigate = useNavigate()
  const [{ zoom: asked }, change] = useAddress<{ zoom?: string }>()
  const zoom = zooms.find((one) => one === asked) ?? zoomFor(drawn)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState(0)
  const frame = useRef<HTMLDivElement>(null)
  const paper = usePaper(drawn, folded, zoom)
  const { rowHeight, listWidth } = useSizes()
  const { rows, scale } = paper
  const blocks = useVirtualizer({
    count: Math.ceil(rows.length / rowsInTile),
    getScrollElement: () => frame.current,
    estimateSize: () => rowsInTile * rowHeight,
    overscan: 1,
  })
  const columns = useVirtualizer({
    horizontal: true,
    count: Math.ceil(scale.width / tileWidth),
    getScrollElement: () => frame.current,
    estimateSize: () => tileWidth,
    paddingStart: listWidth,
    overscan: 0,
  })
  const showDay = (instant: number) => {
    const { current } = frame
    if (current) current.scrollLeft = Math.max(0, scale.xOf(instant) - (current.clientWidth - listWidth) / 3)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another zoom moves the paper, not new figures
  useLayoutEffect(() => showDay(firstSight(drawn)), [zoom])
  const move = (place: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, place))
    setAt(next)
    bringToSight(frame.current, next, rowHeight)
  }
  const fold = (node: string, isFolded: boolean) => setFolded((before) => withMember(before, node, isFolded))
  const open = (node: string) => void navigate({ to: '/nodes/$node', params: { node } })
  const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 600) / rowHeight) - 2)
  const tiles = columns.getVirtualItems()
  const seen = [(tiles[0]?.index ?? 0) * tileWidth, ((tiles[tiles.length - 1]?.index ?? 0) + 1) * tileWidth] as const
  return (
    <section
      className={css.gantt}
      style={{ '--list': `${listWidth}px`, '--row': `${rowHeight}px` } as React.CSSProperties}
    >
      <GanttTools
        zoom={zoom}
        onZoom={(next) => change({ zoom: next })}
        onToday={() => showDay(drawn.now)}
        onFold={(isFolded) => setFolded(isFolded ? allBranches(drawn) : new Set())}
      />
      <div
        ref={frame}
        role="tree"
        aria-label={t.gantt}
        aria-activedescendant={`${id}-${at}`}
        tabIndex={0}
        className={css.frame}
        onKeyDown={outlineKeys({ rows, at, folded, page, move, fold, open })}
      >
        <div className={css.paper} style={{ width: listWidth + scale.width }}>
          <GanttHeading scale={scale} from={seen[0]} to={seen[1]} days={drawn.days} now={drawn.now} />
          <div className={css.body} style={{ height: rows.length * rowHeight }}>
            <div className={css.active} style={{ top: at * rowHeight }} />
            {blocks.getVirtualItems().map((block) => (
              <GanttRows
                key={block.key}
                id={id}
                paper={paper}
                first={block.index * rowsInTile}
                at={at}
                folded={folded}
                onFold={fold}
                onPick={setAt}
              />
            ))}
            <div
              className={css.tiles}
              aria-hidden="true"
              style={{ width: scale.width, height: rows.length * rowHeight }}
              onClick={(event) =>
                setAt(Math.floor((event.clientY - event.currentTarget.getBoundingClientRect().top) / rowHeight))
              }
            >
              {blocks
                .getVirtualItems()
                .flatMap((block) =>
                  tiles.map((column) => (
                    <GanttTile
                      key={`${block.index} ${column.index}`}
                      paper={paper}
                      block={block.index}
                      column={column.index}
                    />
                  )),
                )}
            </div>
          </div>
        </div>
      </div>
      <GanttDetails node={rows[at]} drawn={drawn} />
    </section>
  )
}

function usePaper(drawn: Drawn, folded: ReadonlySet<string>, zoom: Zoom): Paper {
  const { critical } = useWords(words)
  const lamps = useWords(lampWords)
  const { rowHeight } = useSizes()
  const rows = useMemo(() => shownNodes(drawn.nodes, folded), [drawn, folded])
  const links = useMemo(() => linksByBlock(shownLinks(rows), rowsInTile), [rows])
  return useMemo(
    () => ({
      rows,
      links,
      rowHeight,
      now: drawn.now,
      scale: timeScale(zoom, ...spanOf(drawn)),
      isOff: (day) => isOff(drawn, day),
      words: { critical, behind: lamps.red, fault: lamps.yellow },
      colours: readColours(),
    }),
    [rows, links, rowHeight, drawn, zoom, critical, lamps],
  )
}

/** Rows are as high as a thumb on the phone. */
function useSizes() {
  const isNarrow = matchMedia('(max-width: 767px)').matches
  return isNarrow ? { rowHeight: 44, listWidth: 172 } : { rowHeight: 36, listWidth: 500 }
}

function isOff({ days }: Drawn, day: number): boolean {
  const known = days.get(dateOfDay(day))
  return known !== undefined && known.kind !== 'makeup'
}

function spanOf({ nodes, now }: Drawn): readonly [number, number] {
  let [from, to] = [now, now]
  for (const node of nodes) {
    from = Math.min(from, node.startAt, node.baseline?.startAt ?? from)
    to = Math.max(to, node.deadlineAt, node.forecastAt ?? to, node.baseline?.deadlineAt ?? to)
  }
  return [from, to]
}

const monthMs = 30 * 86_400_000

/** A plan of a few months by day, of a few years by week. */
function zoomFor(drawn: Drawn): Zoom {
  const [from, to] = spanOf(drawn)
  if (to - from < 3 * monthMs) return 'day'
  return to - from < 36 * monthMs ? 'week' : 'month'
}

/** Today where the plan has it, else the beginning of the plan. */
function firstSight({ nodes, now }: Drawn): number {
  const from = nodes.reduce((first, { startAt }) => Math.min(first, startAt), Number.POSITIVE_INFINITY)
  const to = nodes.reduce((last, { deadlineAt }) => Math.max(last, deadlineAt), 0)
  return now >= from && now <= to ? now : Math.min(from, to || from)
}

function bringToSight(frame: HTMLDivElement | null, place: number, rowHeight: number): void {
  if (!frame) return
  const heading = 64
  const [top, bottom] = [place * rowHeight, (place + 1) * rowHeight]
  if (top < frame.scrollTop) frame.scrollTop = top
  if (bottom > frame.scrollTop + frame.clientHeight - heading) frame.scrollTop = bottom - frame.clientHeight + heading
}

function withMember(members: ReadonlySet<string>, member: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(members)
  if (isIn) next.add(member)
  else next.delete(member)
  return next
}

function allBranches({ nodes }: Drawn): ReadonlySet<string> {
  return new Set(nodes.flatMap(({ node, leaf }) => (leaf ? [] : [node])))
}
