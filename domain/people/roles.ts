import type { Text } from '../text.ts'

/** The one list of roles (design 4). The leader contact only receives and is no role of a user. */
export const ROLES = [
  'expert',
  'liaison',
  'clerk',
  'window-lead',
  'department-head',
  'station-supervisor',
  'province-supervisor',
  'administrator',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** Roles that are held by staff through memberships. */
export type StaffRole = Exclude<Role, 'expert'>
export const STAFF_ROLES = ROLES.filter((role): role is StaffRole => role !== 'expert')

export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word)
}

export const ROLE_LABELS: Readonly<Record<Role, Text>> = {
  expert: { zh: '专家', en: 'expert' },
  liaison: { zh: '联络员', en: 'liaison officer' },
  clerk: { zh: '窗口工作人员', en: 'window clerk' },
  'window-lead': { zh: '窗口负责人', en: 'window lead' },
  'department-head': { zh: '部门负责人', en: 'department head' },
  'station-supervisor': { zh: '服务站督办员', en: 'station supervisor' },
  'province-supervisor': { zh: '省级督办员', en: 'province supervisor' },
  administrator: { zh: '系统管理员', en: 'administrator' },
  auditor: { zh: '审计员', en: 'auditor' },
}
