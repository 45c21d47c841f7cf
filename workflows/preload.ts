/**
 * Modules that all workflows of a worker share instead of loading them anew for each run: the core is
 * pure and keeps no state of a case, so one copy serves all. Loading it per run cost 7 ms and the memory
 * of seventy modules for every case in the cache. The bundler loads this file before any workflow begins;
 * nothing here may read a clock or know a run.
 */
import '../domain/case/batch-digest.ts'
import '../domain/case/index.ts'
import '../domain/case/project.ts'
import '../domain/notices/plan.ts'
import '../domain/time/clock-face.ts'

/** A workflow keeps a stack for every promise it makes; a few frames are enough to find an error, ten cost too much. */
Error.stackTraceLimit = 4
