import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { FIRST_PAGES, STEPS } from './src/app/web/first-pages.ts'
import { contractsAsData } from './tools/build/contracts-as-data.ts'
import { firstPageChunks, type Beginning } from './tools/build/first-page-chunks.ts'
import { onlyDrawn } from './tools/build/only-drawn.ts'
import { precompress } from './tools/build/precompress.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const fromHere = ({ name, sources }: Beginning): Beginning => ({ name, sources: sources.map(here) })

const firstPages = Object.values(FIRST_PAGES).map(fromHere)

/** The pages as a browser gets them. */
const pages: UserConfig = {
  root: here('./src/app/web'),
  publicDir: here('./src/app/web/public'),
  cacheDir: here('./node_modules/.vite'),
  plugins: [
    contractsAsData(),
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
    // The map of tiles, which only an installation with a licence ever loads.
    chunkSizeWarningLimit: 1_100,
    // Which files a page needs: see src/app/routes/first-pages.ts.
    manifest: 'chunks.json',
    rolldownOptions: {
      output: {
        codeSplitting: firstPageChunks(STEPS.map(fromHere), firstPages),
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4100' } },
}

/** The same pages for the server, which draws the first ones. */
const drawing: UserConfig = {
  root: here('./src/app/web'),
  publicDir: false,
  plugins: [contractsAsData(), react(), onlyDrawn(firstPages.flatMap(({ sources }) => sources))],
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: here('./dist/draw'),
    emptyOutDir: true,
    target: 'node24',
    chunkSizeWarningLimit: 1_100,
    minify: true,
    rolldownOptions: { input: here('./src/app/web/draw-page.tsx') },
  },
}

export default defineConfig(({ isSsrBuild }) => (isSsrBuild === true ? drawing : pages))
