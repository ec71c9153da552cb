import { useEffect, useRef } from 'react'
import { drawTile } from './draw-tile.ts'
import css from './gantt.module.css'
import { type Paper, rowsInTile, tileWidth } from './paper.ts'

type GanttTileProps = {
  readonly paper: Paper
  readonly block: number
  readonly column: number
}

const mostPixels = 2

/** One tile of the paper. What it shows stands in words in the rows beside it. */
export function GanttTile({ paper, block, column }: GanttTileProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { rowHeight, scale } = paper
  const left = column * tileWidth
  const width = Math.min(tileWidth, scale.width - left)
  const height = rowsInTile * rowHeight
  const pixels = Math.min(mostPixels, window.devicePixelRatio || 1)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    context.setTransform(pixels, 0, 0, pixels, 0, 0)
    drawTile(context, paper, { block, left, width })
  }, [paper, block, left, width, pixels])
  return (
    <canvas
      ref={canvas}
      className={css.tile}
      width={width * pixels}
      height={height * pixels}
      style={{ left, top: block * height, width, height }}
    />
  )
}
