import type { CommandKind } from '../../domain/case/command.ts'
import { PERMISSIONS } from '../../domain/people/permissions.ts'
import type { Role } from '../../domain/people/roles.ts'

/** Roles that may give a command at all, from the one table of permissions; where they hold is the core's to say. */
export function rolesFor(kind: CommandKind): readonly Role[] {
  const { expert, staff } = PERMISSIONS[kind]
  return [...new Set<Role>([...(expert ? (['expert'] as const) : []), ...staff.flatMap((rule) => rule.roles)])]
}
