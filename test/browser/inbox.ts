import { z } from 'zod'
import { until } from './until.ts'

const mailsOf = z.array(z.object({ id: z.string(), to: z.array(z.string()), subject: z.string(), text: z.string() }))
type Mail = z.output<typeof mailsOf>[number]

/** Mails of the built-in inbox to an address, to anybody for null; the newest first. */
async function mailsTo(baseUrl: string, address: string | null): Promise<readonly Mail[]> {
  const answer = await fetch(`${baseUrl}/dev/mail.json?${new URLSearchParams({ limit: '100', ...(address !== null && { to: address }) })}`)
  return mailsOf.parse(await answer.json())
}

/** Ids of the mails that experts have got about an appeal. */
export async function expertsMails(baseUrl: string, number: string): Promise<readonly string[]> {
  const mails = await mailsTo(baseUrl, null)
  const ofExpert = mails.filter(({ to, subject }) => subject.includes(number) && to.some((address) => address.endsWith('@experts.example')))
  return ofExpert.map((mail) => mail.id)
}

/** Waits for one more mail about an appeal to its expert than there were before. */
export async function expertsNextMail(baseUrl: string, number: string, before: readonly string[]): Promise<string> {
  const next = async (): Promise<string | null> => (await expertsMails(baseUrl, number)).find((id) => !before.includes(id)) ?? null
  return until(`a mail about ${number}`, next)
}

/** Asks for a sign-in code and reads it in the mail that comes then. */
export async function newCode(baseUrl: string, email: string): Promise<string> {
  const before = new Set((await mailsTo(baseUrl, email)).map((mail) => mail.id))
  const asked = await fetch(`${baseUrl}/api/sign-in-codes`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email }),
  })
  if (asked.status !== 202) throw new Error(`a code for ${email}: ${asked.status}`)
  return until(`a code for ${email}`, async () => {
    const fresh = (await mailsTo(baseUrl, email)).filter((mail) => !before.has(mail.id))
    return fresh.flatMap((mail) => /\b(\d{6})\b/.exec(mail.text)?.[1] ?? []).at(0) ?? null
  })
}
