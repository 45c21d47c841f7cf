import { type ClockFace, faultOfFace, type FaceSegment, withSpeed } from '../../domain/time/clock-face.ts'
import type { Database } from '../database.ts'
import type { Prisma } from '../generated/client.ts'

export interface ClockFaceStore {
  /** The face of case time (design 12), by ascending real instant; without segments case time is real time. */
  read(): Promise<ClockFace>
  /** Case time goes on at this speed from `realNow`, never back. The speed that holds already adds nothing. Answers the face. */
  setSpeed(realNow: number, speed: number): Promise<ClockFace>
  /** Adds a segment as given; throws where it would turn case time back. Answers the face. */
  append(segment: FaceSegment): Promise<ClockFace>
}

/** One at a time: a segment follows from the ones before it. */
const FACE_LOCK = 20_261_128

export function createClockFaceStore(db: Database): ClockFaceStore {
  const change = (next: (face: ClockFace) => ClockFace): Promise<ClockFace> =>
    db.$transaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(${FACE_LOCK}::integer, 0)`
      const before = await readFace(tx)
      const after = next(before)
      const fault = faultOfFace(after)
      if (fault !== null) throw new Error(`clock face refused: ${fault}`)
      for (const { realAt, caseAt, speed } of after.segments.slice(before.segments.length)) {
        await tx.clockFace.create({ data: { realAt: BigInt(realAt), caseAt: BigInt(caseAt), speed } })
      }
      return after
    })

  return {
    read: () => readFace(db),
    append: (segment) => change((face) => ({ segments: [...face.segments, segment] })),
    setSpeed: (realNow, speed) => change((face) => ((face.segments.at(-1)?.speed ?? 1) === speed ? face : withSpeed(face, realNow, speed))),
  }
}

async function readFace(db: Database | Prisma.TransactionClient): Promise<ClockFace> {
  const rows = await db.clockFace.findMany({ orderBy: { realAt: 'asc' } })
  return { segments: rows.map((row) => ({ realAt: Number(row.realAt), caseAt: Number(row.caseAt), speed: row.speed })) }
}
