// npm run build: makes dist/ and all that is generated, where something changed.
import { ensureInstalled } from './build/install.mjs'
import { build } from './build/prepare.mjs'

ensureInstalled({ dev: false })
await build()
