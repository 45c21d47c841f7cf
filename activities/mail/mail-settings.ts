import type { MailAddress } from './address.ts'
import { mailAddress } from './address.ts'

export interface MailSettings {
  readonly from: MailAddress
  readonly mailDomain: string
  readonly publicUrl: string
}

const LOCAL_FROM = 'hongyan@hongyan.example'
const SENDER_NAME = '鸿雁 Hongyan'

/**
 * Sender and links of all mails. `MAIL_FROM` is a bare address whose domain also names the Message-IDs;
 * in production it must be set. Throws with the setting's name where it is no address.
 */
export function mailSettings(env: NodeJS.ProcessEnv, publicUrl: string): MailSettings {
  const value = env['MAIL_FROM'] || (env['NODE_ENV'] === 'production' ? '' : LOCAL_FROM)
  const from = mailAddress(SENDER_NAME, value)
  if (from === null) throw new Error('setting MAIL_FROM must be one plain address, e.g. noreply@hongyan.example')
  return { from, mailDomain: from.address.slice(from.address.indexOf('@') + 1), publicUrl: publicUrl.replace(/\/+$/, '') }
}
