/** Names and shapes of the bare workflow; driver and worker share them. */
export const BARE_QUEUE = 'bench-bare'
export const BARE_WORKFLOW = 'bare'
/** Update (content) -> number of updates so far. */
export const STEP = 'step'
/** Update () that comes with the start; its answer says that the workflow has begun, as the first write of an appeal does. */
export const BEGIN = 'begin'
