import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const contract = new URL('./src/contract/index.ts', import.meta.url);

// The web needs the way to each operation and not its shapes: with them, every page would load zod and the whole contract first.
function operationTable(): Plugin {
  const table = '\0the ways to all operations';
  return {
    name: 'operation-table',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === '#contract/index.ts' && importer?.includes('/src/') ? table : undefined,
    async load(id) {
      if (id !== table) return undefined;
      const full = (await import(contract.href)) as typeof import('./src/contract/index.ts');
      const ways = [...full.operations].map(([name, { method, path }]) => [name, { method, path }]);
      const nouns = Object.fromEntries(Object.keys(full.contract).map((noun) => [noun, {}]));
      return `export const operations = new Map(${JSON.stringify(ways)}); export const contract = ${JSON.stringify(nouns)};`;
    },
  };
}

export default defineConfig({
  root: 'src/web',
  plugins: [operationTable(), react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsDir: 'assets',
    // A data: URL would need a hole in the Content-Security-Policy, so nothing is inlined.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script in effect; every browser that has CSS layers preloads modules.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // What nearly all pages share comes in one request; of what fewer share the first page would load too much (8: 19 KB more).
            { name: 'shared', minShareCount: 24, priority: -1 },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/](?!react-virtual|virtual-core)/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
