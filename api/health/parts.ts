import { connect } from 'node:net'

/** The parts without which the service is not ready. */
export const PARTS = ['database', 'temporal', 'worker', 'mail'] as const
export type Part = (typeof PARTS)[number]

/** Asks each part whether it is there; a check that throws or takes longer than the limit counts as missing. */
export async function missingParts(checks: Readonly<Record<Part, () => Promise<boolean>>>, limitMs = 2000): Promise<Part[]> {
  const found = await Promise.all(PARTS.map(async (part) => ((await answersWithin(checks[part], limitMs)) ? null : part)))
  return found.filter((part) => part !== null)
}

async function answersWithin(check: () => Promise<boolean>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs)
  })
  try {
    return await Promise.race([check(), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

/** True if something accepts connections at the address of an smtp: or smtps: URL. */
export function mailAnswers(smtpUrl: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(smtpUrl)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port === '' ? (protocol === 'smtps:' ? 465 : 25) : port) })
    const end = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(1500, () => end(false))
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}
