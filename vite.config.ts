import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env['XIANQU_SERVER'] ?? 'http://localhost:8080'

export default defineConfig({
  root: 'src/apps/web',
  plugins: [react()],
  server: { proxy: { '/api': server } },
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'chrome88',
    cssTarget: 'chrome88',
    manifest: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      checks: { moduleLevelDirective: false },
      output: {
        codeSplitting: {
          groups: [{ name: 'frame', test: /node_modules\/(react|react-dom|scheduler|@tanstack|@orpc|zod)\// }],
        },
      },
    },
  },
})
