import type { Logger } from 'pino'
import type { Catalog } from '../catalog/loader/catalog.ts'
import type { Instant, LocalDate } from '../domain/clocks/types.ts'
import type { ClockFace } from '../domain/time/clock-face.ts'
import type { ChangeReader } from '../prisma/readers/change-reader.ts'
import type { OpenClockReader } from '../prisma/readers/open-clock-reader.ts'
import type { ChangeStore } from '../prisma/stores/change-store.ts'
import type { InForceNow } from './changes/in-force.ts'
import type { ExportDesk } from './exports/export-desk.ts'
import type { Kept } from './figures/kept.ts'
import type { FigureReader } from '../prisma/readers/figures/figure-reader.ts'
import type { OrderListReader } from '../prisma/readers/figures/order-list.ts'
import type { AppealReader } from '../prisma/readers/appeal-reader.ts'
import type { AuditReader } from '../prisma/readers/audit-reader.ts'
import type { MailListReader } from '../prisma/readers/mail-list-reader.ts'
import type { ResendStore } from '../prisma/stores/resend-store.ts'
import type { BoardReader } from '../prisma/readers/board-reader.ts'
import type { CaseReader } from '../prisma/readers/case-reader.ts'
import type { DecisionReader } from '../prisma/readers/decision-reader.ts'
import type { FormReader } from '../prisma/readers/form-reader.ts'
import type { HealthReader } from '../prisma/readers/health-reader.ts'
import type { MailReader } from '../prisma/readers/mail-reader.ts'
import type { OfficesReader } from '../prisma/readers/offices-reader.ts'
import type { OrderReader } from '../prisma/readers/order-reader.ts'
import type { PeopleReader } from '../prisma/readers/people-reader.ts'
import type { SignedInReader } from '../prisma/readers/signed-in-reader.ts'
import type { StaffListReader } from '../prisma/readers/staff-list-reader.ts'
import type { TaskReader } from '../prisma/readers/task-reader.ts'
import type { AuditStore } from '../prisma/stores/audit-store.ts'
import type { BulkStore } from '../prisma/stores/bulk-store.ts'
import type { DraftStore } from '../prisma/stores/draft-store.ts'
import type { IntakeStore } from '../prisma/stores/intake-store.ts'
import type { FileBytes } from '../prisma/files/file-bytes.ts'
import type { MaterialFileStore } from '../prisma/stores/material-file-store.ts'
import type { MembershipStore } from '../prisma/stores/membership-store.ts'
import type { PeopleStore } from '../prisma/stores/people-store.ts'
import type { PresenceStore } from '../prisma/stores/presence-store.ts'
import type { SavedViewStore } from '../prisma/stores/saved-view-store.ts'
import type { SessionStore } from '../prisma/stores/session-store.ts'
import type { SignInCodeStore } from '../prisma/stores/sign-in-code-store.ts'
import type { TextStore } from '../prisma/stores/text-store.ts'
import type { WindowStore } from '../prisma/stores/window-store.ts'
import type { MailTexts } from './mails/sample-mail.ts'
import type { OfficesNow } from './cases/offices-now.ts'
import type { Gateway } from './gateway.ts'
import type { LiveStreams } from './live/streams.ts'
import type { Part } from './health/parts.ts'
import type { BusinessFigures, Metrics } from './metrics/metrics.ts'
import type { StaffNames } from './sessions/staff-names.ts'
import type { SignInGuard } from './sessions/limits.ts'
import type { ApiSettings } from './settings.ts'

/** Everything a handler may reach, put together in the composition root (api/main.ts) or by a test. */
export interface Deps {
  readonly settings: ApiSettings
  readonly log: Logger
  readonly metrics: Metrics
  readonly health: Readonly<Record<Part, () => Promise<boolean>>>
  readonly figures: () => Promise<BusinessFigures>
  /** Case time (design 12), and the face it is read from. */
  readonly now: () => Promise<Instant>
  readonly face: () => Promise<ClockFace>
  /** Local date of case time, by which memberships are valid. */
  readonly today: () => Promise<LocalDate>
  /** Real time in epoch milliseconds: sessions, codes. */
  readonly realNow: () => number
  /** The catalogue as its files give it; what is in force of items and calendars, `inForce` says. */
  readonly catalog: Catalog
  readonly inForce: InForceNow
  readonly changes: ChangeStore
  readonly changeReader: ChangeReader
  readonly openClocks: OpenClockReader
  /** Departments, stations and windows as they are now, those of administrators included. */
  readonly offices: OfficesNow
  readonly officesReader: OfficesReader
  readonly gateway: Gateway
  readonly cases: CaseReader
  readonly appeals: AppealReader
  readonly tasks: TaskReader
  readonly board: BoardReader
  readonly mails: MailReader
  /** Figures of the board and the lists behind them, and what of them is kept for moments. */
  readonly figureReader: FigureReader
  readonly orderLists: OrderListReader
  readonly kept: Kept
  readonly exports: ExportDesk
  /** Wakes, rounds of the worker, and appeals that stand still. */
  readonly caseHealth: HealthReader
  readonly decisions: DecisionReader
  readonly orders: OrderReader
  readonly presence: PresenceStore
  readonly savedViews: SavedViewStore
  readonly bulk: BulkStore
  readonly intakes: IntakeStore
  readonly drafts: DraftStore
  readonly forms: FormReader
  /** Files of materials: their rows, and where their bytes lie. */
  readonly materialFiles: MaterialFileStore
  readonly fileBytes: FileBytes
  readonly texts: TextStore
  readonly sessions: SessionStore
  readonly signedIn: SignedInReader
  readonly signInCodes: SignInCodeStore
  readonly people: PeopleReader
  readonly staffList: StaffListReader
  readonly staffNames: StaffNames
  readonly peopleStore: PeopleStore
  readonly memberships: MembershipStore
  readonly windows: WindowStore
  readonly signInGuard: SignInGuard
  readonly codeGuard: SignInGuard
  readonly readAudit: AuditStore
  /** The log of all appeals, and who read what, for auditors and administrators. */
  readonly audit: AuditReader
  readonly outbox: MailListReader
  readonly resends: ResendStore
  /** The words of every mail, as the worker makes them. */
  readonly mailTexts: () => MailTexts
  /** Streams of changes to pages that are open. */
  readonly live: LiveStreams
}
