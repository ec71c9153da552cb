import type { DrawnNode } from '../drawn.ts'
import { type Bar, linkLine, type Point } from './links.ts'
import { type Paper, rowsInTile } from './paper.ts'
import { columnsIn } from './time-scale.ts'

/** A part of the paper: its block of rows, and where its left edge lies. */
export type Tile = { readonly block: number; readonly left: number; readonly width: number }

const barHeight = 16
const baselineHeight = 3
const leastWidth = 4

/** Draws one tile on a canvas whose origin is the tile's corner. */
export function drawTile(context: CanvasRenderingContext2D, paper: Paper, tile: Tile): void {
  const first = tile.block * rowsInTile
  const count = Math.min(rowsInTile, paper.rows.length - first)
  const height = count * paper.rowHeight
  context.clearRect(0, 0, tile.width, rowsInTile * paper.rowHeight)
  context.save()
  context.translate(-tile.left, -first * paper.rowHeight)
  drawGround(context, paper, { ...tile, top: first * paper.rowHeight, height })
  for (const link of paper.links.get(tile.block) ?? []) {
    const [from, to] = [barAt(paper, link.from), barAt(paper, link.to)]
    if (from && to) drawLink(context, paper, linkLine(from, to, link.kind, paper.rowHeight), link.critical)
  }
  for (let place = first; place < first + count; place++) {
    const row = paper.rows[place]
    if (row) drawRow(context, paper, row, place)
  }
  context.restore()
}

type Ground = Tile & { readonly top: number; readonly height: number }

/** Days off, the lines of weeks or months, and today. */
function drawGround(context: CanvasRenderingContext2D, paper: Paper, { left, width, top, height }: Ground): void {
  const { scale, colours, rowHeight } = paper
  const { upper, lower } = columnsIn(scale, left, left + width)
  if (scale.zoom !== 'month') {
    context.fillStyle = colours.ground
    const lastDay = scale.firstDay + Math.ceil((left + width) / scale.dayWidth)
    for (let day = scale.firstDay + Math.floor(left / scale.dayWidth); day < lastDay; day++)
      if (paper.isOff(day)) context.fillRect((day - scale.firstDay) * scale.dayWidth, top, scale.dayWidth, height)
  }
  context.fillStyle = colours.line
  for (let y = top + rowHeight; y <= top + height; y += rowHeight) context.fillRect(left, y - 1, width, 1)
  if (scale.zoom !== 'day') for (const { x } of lower) context.fillRect(x, top, 1, height)
  context.fillStyle = colours['line-strong']
  for (const { x } of upper) context.fillRect(x, top, 1, height)
  context.fillStyle = colours.primary
  context.fillRect(scale.xOf(paper.now) - 1, top, 2, height)
}

function barAt({ rows, scale, rowHeight }: Paper, place: number): Bar | undefined {
  const row = rows[place]
  if (!row) return undefined
  const left = scale.xOf(row.startAt)
  return { left, right: Math.max(left + leastWidth, scale.xOf(row.deadlineAt)), y: place * rowHeight + rowHeight / 2 }
}

function drawLink(context: CanvasRenderingContext2D, { colours }: Paper, line: readonly Point[], isCritical: boolean) {
  context.strokeStyle = isCritical ? colours.ink : colours['line-strong']
  context.lineWidth = isCritical ? 2 : 1
  context.beginPath()
  for (const [at, [x, y]] of line.entries())
    at === 0 ? context.moveTo(half(x), half(y)) : context.lineTo(half(x), half(y))
  context.stroke()
  const [end, before] = [line[line.length - 1], line[line.length - 2]]
  if (!end || !before) return
  const back = Math.sign(before[0] - end[0]) * 6
  context.fillStyle = context.strokeStyle
  context.beginPath()
  context.moveTo(end[0], end[1])
  context.lineTo(end[0] + back, end[1] - 4)
  context.lineTo(end[0] + back, end[1] + 4)
  context.fill()
}

function drawRow(context: CanvasRenderingContext2D, paper: Paper, row: DrawnNode, place: number): void {
  const bar = barAt(paper, place)
  if (!bar) return
  drawBaseline(context, paper, row, bar)
  if (row.leaf) drawLeaf(context, paper, row, bar)
  else drawBranch(context, paper, row, bar)
  drawForecast(context, paper, row, bar)
  drawLabel(context, paper, row, bar)
}

/** Soft where it is still to be done, full as far as it is; a critical one is framed in ink. */
function drawLeaf(
  context: CanvasRenderingContext2D,
  { colours }: Paper,
  row: DrawnNode,
  { left, right, y }: Bar,
): void {
  const width = right - left
  const top = y - barHeight / 2
  context.fillStyle = colours[`soft-${row.lamp}`]
  context.fillRect(left, top, width, barHeight)
  context.fillStyle = colours[`lamp-${row.lamp}`]
  context.globalAlpha = 0.75
  context.fillRect(left, top, (width * row.progress) / 100, barHeight)
  context.globalAlpha = 1
  context.strokeStyle = row.critical ? colours.ink : colours[`lamp-${row.lamp}`]
  context.lineWidth = row.critical ? 2 : 1
  context.strokeRect(left + 0.5, top + 0.5, Math.max(1, width - 1), barHeight - 1)
}

/** A beam with its two ends, full as far as its leaves are. */
function drawBranch(context: CanvasRenderingContext2D, { colours }: Paper, row: DrawnNode, bar: Bar): void {
  const { left, right, y } = bar
  context.fillStyle = colours['line-strong']
  context.fillRect(left, y - 5, right - left, 6)
  context.fillStyle = colours.ink
  context.fillRect(left, y - 5, ((right - left) * row.progress) / 100, 6)
  for (const [x, inward] of [
    [left, 1],
    [right, -1],
  ] as const) {
    context.beginPath()
    context.moveTo(x, y - 5)
    context.lineTo(x + 6 * inward, y - 5)
    context.lineTo(x, y + 7)
    context.fill()
  }
}

function drawBaseline(context: CanvasRenderingContext2D, { scale, colours }: Paper, { baseline }: DrawnNode, bar: Bar) {
  if (!baseline) return
  const left = scale.xOf(baseline.startAt)
  context.fillStyle = colours.muted
  const width = Math.max(leastWidth, scale.xOf(baseline.deadlineAt) - left)
  context.fillRect(left, bar.y + barHeight / 2 + 2, width, baselineHeight)
}

/** A broken line from the deadline to where it will end as things stand. */
function drawForecast(context: CanvasRenderingContext2D, { scale, colours }: Paper, row: DrawnNode, bar: Bar): void {
  const end = forecastEnd(row, scale.xOf)
  if (end === undefined || end <= bar.right) return
  context.strokeStyle = colours['lamp-red']
  context.lineWidth = 2
  context.setLineDash([4, 3])
  context.beginPath()
  context.moveTo(bar.right, bar.y)
  context.lineTo(end, bar.y)
  context.stroke()
  context.setLineDash([])
  context.fillStyle = colours['lamp-red']
  context.fillRect(end - 1, bar.y - 6, 2, 12)
}

function drawLabel(
  context: CanvasRenderingContext2D,
  { scale, colours, words }: Paper,
  row: DrawnNode,
  bar: Bar,
): void {
  if (!row.leaf) return
  let x = Math.max(bar.right, forecastEnd(row, scale.xOf) ?? bar.right) + 12
  const say = (text: string, colour: string, weight: number) => {
    context.font = `${weight} 12px ${colours.font}`
    context.fillStyle = colour
    context.fillText(text, x, bar.y)
    x += context.measureText(text).width + 8
  }
  context.textBaseline = 'middle'
  if (row.critical) say(words.critical, colours.ink, 600)
  if (row.state !== 'done' && row.lamp === 'red') say(words.behind, colours['lamp-red'], 400)
  if (row.state !== 'done' && row.lamp === 'yellow') say(words.fault, colours['lamp-yellow'], 400)
  say(row.owner.personName ?? row.owner.organisationName, colours.muted, 400)
}

function forecastEnd(row: DrawnNode, xOf: (instant: number) => number): number | undefined {
  return row.leaf && row.forecastAt !== null ? xOf(row.forecastAt) : undefined
}

/** On the middle of a pixel, where a thin line is sharp. */
function half(value: number): number {
  return Math.round(value) + 0.5
}
