import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsQr from 'jsqr'

/** A page as it would come out of a printer: RGBA, four bytes a pixel. */
export type Raster = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

const engine = PDFiumLibrary.init()

/** Draws a page of a PDF (the first is 0); 72 dots an inch times `scale`. */
export async function rasterOf(pdf: Uint8Array, page = 0, scale = 2): Promise<Raster> {
  const document = await (await engine).loadDocument(pdf)
  try {
    const { width, height, data } = await document.getPage(page).render({ scale, render: 'bitmap' })
    return { width, height, pixels: toRgba(data) }
  } finally {
    document.destroy()
  }
}

/** How many pages a PDF has. */
export async function pagesOf(pdf: Uint8Array): Promise<number> {
  const document = await (await engine).loadDocument(pdf)
  const count = document.getPageCount()
  document.destroy()
  return count
}

/** A part of a page, by shares of its width and height: a reader is quicker on less. */
export function partOf(
  { width, height, pixels }: Raster,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Raster {
  const [x, y] = [Math.floor(left * width), Math.floor(top * height)]
  const [across, down] = [Math.floor(right * width) - x, Math.floor(bottom * height) - y]
  const part = new Uint8Array(across * down * 4)
  for (let row = 0; row < down; row += 1) {
    const from = ((y + row) * width + x) * 4
    part.set(pixels.subarray(from, from + across * 4), row * across * 4)
  }
  return { width: across, height: down, pixels: part }
}

/** The text of the QR code on a page; nothing where a reader finds none. */
export function qrOn({ pixels, width, height }: Raster): string | undefined {
  return jsQr.default(new Uint8ClampedArray(pixels), width, height)?.data
}

/** The share of pixels that are darker than a middle grey. */
export function inkOn({ pixels }: Raster): number {
  let dark = 0
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) dark += 1
  return dark / (pixels.length / 4)
}

/** The share of pixels in which two pages of one size differ. */
export function differenceOf(one: Raster, other: Raster): number {
  let different = 0
  for (let at = 0; at < one.pixels.length; at += 4)
    if (Math.abs((one.pixels[at] ?? 0) - (other.pixels[at] ?? 0)) > 40) different += 1
  return different / (one.pixels.length / 4)
}

/** PDFium draws blue first. */
function toRgba(bgra: Uint8Array): Uint8Array {
  const pixels = Uint8Array.from(bgra)
  for (let at = 0; at < pixels.length; at += 4) {
    pixels[at] = bgra[at + 2] ?? 0
    pixels[at + 2] = bgra[at] ?? 0
  }
  return pixels
}
