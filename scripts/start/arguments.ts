/** What the command line of `npm start` says. */
export interface StartArguments {
  /** case minutes that pass in one real minute; 1 is real time */
  speed: number
}

/** A wrong use of the command, told to the person in both languages. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const FASTEST = 1_000_000

/**
 * Reads `--speed N` (a number from 1). Any other speed than 1 is refused in
 * production, where case time is real time (design 12). Throws `UsageError`.
 */
export function parseArguments(args: readonly string[], env: NodeJS.ProcessEnv): StartArguments {
  let speed = 1
  for (let at = 0; at < args.length; at += 1) {
    const [name, inline] = (args[at] ?? '').split('=', 2)
    if (name !== '--speed') {
      throw new UsageError(
        `不认识的参数 ${args[at]}；用法：npm start -- [--speed N]\nunknown argument ${args[at]}; usage: npm start -- [--speed N]`,
      )
    }
    if (inline === undefined) at += 1
    const text = inline ?? args[at] ?? ''
    speed = Number(text)
    if (text === '' || !(speed >= 1 && speed <= FASTEST)) {
      throw new UsageError(`--speed 须是 1 至 ${FASTEST} 的数。\n--speed must be a number from 1 to ${FASTEST}.`)
    }
  }
  if (speed !== 1 && env.NODE_ENV === 'production') {
    throw new UsageError(
      '生产环境不允许 --speed：时限必须按真实时间计算。\n--speed is refused in production: limits run in real time there.',
    )
  }
  return { speed }
}
