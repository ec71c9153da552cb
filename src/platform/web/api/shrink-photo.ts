const longestSide = 1920
const photographs = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif']

/** A photograph as JPEG, at most 1920 px on its longer side and upright; anything else, or what the browser cannot read, as it is. */
export async function shrinkPhoto(file: File): Promise<File> {
  if (!photographs.includes(file.type)) return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    if (scale === 1 && file.type === 'image/jpeg') return file
    const blob = await draw(picture, scale)
    return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
  } catch {
    return file
  }
}

function draw(picture: ImageBitmap, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.85),
  )
}
