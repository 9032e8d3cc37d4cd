import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { buildId } from './scripts/build-id.ts'

// One entry a client: the desk now; another page is another line under `input`.
export default defineConfig({
  plugins: [vue(), buildId()],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // Offices still run browsers of 2021; the default would be Chrome 111.
    target: ['chrome87', 'safari14', 'firefox91'],
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: { desk: 'index.html' },
      output: { entryFileNames: 'assets/[name]-[hash].js' },
    },
  },
  server: {
    proxy: {
      '/api': 'http://localhost:5080',
      '/hubs': { target: 'http://localhost:5080', ws: true },
    },
  },
  test: {
    environment: 'happy-dom',
    // Element Plus imports its own style sheets, which Node alone can't load.
    server: { deps: { inline: ['element-plus'] } },
  },
})
