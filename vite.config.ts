import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { precompress } from './tools/build/precompress.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('./src/app/web'),
  publicDir: here('./src/app/web/public'),
  cacheDir: here('./node_modules/.vite'),
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '.',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,woff2}'],
        globIgnores: ['**/staff-*', '**/maplibre*'],
      },
    }),
    precompress(),
  ],
  build: {
    outDir: here('./dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    // Which files a page needs: see src/app/routes/first-pages.ts.
    manifest: 'chunks.json',
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4100' } },
})
