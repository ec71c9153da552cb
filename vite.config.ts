import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** What every page shares, in two files that change at different times: the packages, and the platform's own parts. */
const shared = [
  { name: 'frame', test: /node_modules\/(react|react-dom|scheduler|@tanstack|@orpc|zod)\// },
  { name: 'platform', test: /src\/platform\/(contract|web\/(api|parts|proof|shell|vocabulary|words))\// },
]

/** The pages, built for the browsers that offices have; `npm start` builds them where they changed. */
export default defineConfig({
  root: 'src/apps/web',
  plugins: [react()],
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
