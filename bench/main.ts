import { parseBenchArguments } from './arguments.ts'
import { ROUTES } from './routes.ts'

const args = parseBenchArguments(process.argv.slice(2))
console.log(`bench ${args.quick ? '--quick' : ''}: ${ROUTES.map(({ item }) => item).join(', ')}`)
