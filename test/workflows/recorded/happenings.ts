import { AFTER_THE_CLOSE } from './happenings-after.ts'
import { AT_THE_WINDOW } from './happenings-at-window.ts'
import type { Happenings } from './happenings-kinds.ts'
import { WITH_OTHERS } from './happenings-with-others.ts'

/** Everything besides the outcomes of an item that may happen to an appeal, by what is said of it. */
export const HAPPENINGS: Happenings = { ...AT_THE_WINDOW, ...WITH_OTHERS, ...AFTER_THE_CLOSE }
