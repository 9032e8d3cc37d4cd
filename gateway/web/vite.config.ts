import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { precache } from './precache.ts'
import { buildId } from './scripts/build-id.ts'

// One entry a client: the desk, and the inspectors' phone with its service worker, which has to lie where its scope begins.
export default defineConfig({
  plugins: [vue(), buildId(), precache({ entry: 'field', page: 'm/index.html', worker: 'm/sw.js', besides: ['/mark.svg', '/m/manifest.webmanifest', '/m/icon-192.png'] })],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // Offices still run browsers of 2021; the default would be Chrome 111.
    target: ['chrome87', 'safari14', 'firefox91'],
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: { desk: 'index.html', field: 'm/index.html', sw: 'src/phone/sw.ts' },
      output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'm/sw.js' : 'assets/[name]-[hash].js') },
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
