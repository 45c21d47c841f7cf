/** The workflows of the bundle, by the names under which they are started. */
export { appeal } from './appeal.ts'
export { housekeeping } from './housekeeping.ts'
export { postman } from './postman.ts'
export { reprojection } from './reprojection.ts'
export { watchdog } from './watchdog.ts'
