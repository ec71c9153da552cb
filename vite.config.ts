import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
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

/** Lays a gzip and a brotli copy beside each file, so that the server compresses nothing while people wait. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle: ({ dir = '' }, bundle) => {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css|svg)$/.test(file))) {
        const path = join(dir, name)
        const bytes = readFileSync(path)
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
        writeFileSync(`${path}.br`, brotliCompressSync(bytes))
      }
    },
  }
}
