import { startMailCatcher } from './catcher.ts'

const catcher = await startMailCatcher({
  port: Number(process.env['HONGYAN_MAIL_PORT'] ?? 0),
  dataFolder: process.env['HONGYAN_DATA'] ?? '.data',
})
console.log(`ready smtp://127.0.0.1:${catcher.port}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void catcher.stop().then(() => process.exit(0))
  })
}
