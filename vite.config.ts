import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** What every page shares, in two files that change at different times: the packages, and the platform's own parts. */
const shared = [
  { name: 'frame', test: /node_modules\/(react|react-dom|scheduler|@tanstack|@orpc|zod)\// },
  { name: 'platform', test: /src\/platform\/(contract|web\/(api|parts|proof|shell|vocabulary|words))\// },
]

/** The pages, built for the browsers that offices have; `npm start` builds them where they changed. */
export default defineConfig({
  root: 'src/apps/web',
  plugins: [react(), compressed()],
  server: { proxy: { '/api': process.env.XIANQU_SERVER ?? 'http://localhost:8080' } },
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'chrome88',
    cssTarget: 'chrome88',
    cssCodeSplit: false,
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    rolldownOptions: { output: { codeSplitting: { groups: shared } } },
  },
})

/** Lays a gzip and a brotli copy beside each file, so that the server compresses nothing while people wait; on every core. */
function compressed(): Plugin {
  const lay = async (path: string) => {
    const bytes = await readFile(path)
    const [gz, br] = await Promise.all([promisify(gzip)(bytes, { level: 9 }), promisify(brotliCompress)(bytes)])
    await Promise.all([writeFile(`${path}.gz`, gz), writeFile(`${path}.br`, br)])
  }
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle: async ({ dir = '' }, bundle) => {
      const files = Object.keys(bundle).filter((file) => /\.(js|css|svg)$/.test(file))
      await Promise.all(files.map((file) => lay(join(dir, file))))
    },
  }
}
