// node scripts/build/vite-pages.mjs FOLDER: builds the staff pages and the portal into it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, runnerImport } from 'vite'
import { ROOT } from './root.mjs'

const WEB = join(ROOT, 'web')
const into = process.argv[2]
if (into === undefined) throw new Error('name the folder to build into')

await checkTexts()
await pages('staff', { input: join(WEB, 'staff', 'index.html'), base: '/web/staff/', jsx: 'react' })
await pages('portal', { input: join(WEB, 'portal', 'index.html'), base: '/web/portal/', jsx: 'preact' })
await pages('portal-server', { input: join(WEB, 'portal', 'server.tsx'), base: '/', jsx: 'preact', ssr: true })
for (const name of ['staff', 'portal']) pack(join(into, name, 'assets'))

async function pages(name, { input, base, jsx, ssr = false }) {
  await build({
    configFile: false,
    root: join(WEB, name.split('-')[0]),
    base,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: jsx } },
    ...(ssr && { ssr: { noExternal: true } }),
    build: {
      outDir: join(into, name),
      emptyOutDir: true,
      ssr,
      target: 'es2022',
      // Small files inside of others would be data: addresses, which the policy of the pages does not let in.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input },
    },
  })
}

/** Puts a packed file beside each, for browsers that take one. */
function pack(folder) {
  for (const file of readdirSync(folder)) {
    if (/\.(js|css)$/.test(file)) writeFileSync(join(folder, `${file}.gz`), gzipSync(readFileSync(join(folder, file)), { level: 9 }))
  }
}

/** Every texts.ts under web/ says everything in both languages. */
async function checkTexts() {
  const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((path) => /(^|[\\/])texts\.ts$/.test(path))
  const problems = []
  for (const file of files) {
    const { module } = await runnerImport(join(WEB, file), { configFile: false, root: ROOT, logLevel: 'error' })
    compare(module.texts?.zh, module.texts?.en, `web/${file}`, problems)
  }
  if (problems.length === 0) return
  console.error(problems.join('\n'))
  process.exit(1)
}

function compare(zh, en, where, problems) {
  if (typeof zh === 'function' || typeof en === 'function' || typeof zh === 'string' || typeof en === 'string') {
    const isText = (text) => typeof text === 'function' || (typeof text === 'string' && text.trim() !== '')
    if (!isText(zh)) problems.push(`${where}: 缺少中文 / no Chinese text`)
    if (!isText(en)) problems.push(`${where}: 缺少英文 / no English text`)
    return
  }
  for (const name of new Set([...Object.keys(zh ?? {}), ...Object.keys(en ?? {})]))
    compare(zh?.[name], en?.[name], `${where} ${name}`, problems)
}
