import type { ChildProcess } from 'node:child_process'
import { clusterIn, type Cluster } from './postgres/cluster.ts'
import { clusterPlace } from './postgres/place.ts'
import { postgresPrograms } from './postgres/programs.ts'
import { ensureDatabase, serverReady, spawnServer } from './postgres/server.ts'
import { serverUser } from './postgres/system-user.ts'

const DATABASE = 'hongyan'

/** The embedded database of one data folder. */
export interface EmbeddedPostgres {
  cluster: Cluster
  /** starts the server, after clearing what a killed one left */
  spawn: () => Promise<ChildProcess>
  /** returns when it answers */
  ready: (child: ChildProcess) => Promise<void>
  /** makes the database where it is missing; its connection URL */
  database: () => Promise<string>
}

/** Prepares the cluster below `dataFolder` (made at the first start) to be served on `port`. */
export async function embeddedPostgres(dataFolder: string, port: number, logFile: string): Promise<EmbeddedPostgres> {
  const user = await serverUser()
  const programs = await postgresPrograms(user)
  const cluster = await clusterIn(await clusterPlace(dataFolder, user), programs, user, true)
  return {
    cluster,
    spawn: () => spawnServer(cluster, port, logFile),
    ready: (child) => serverReady(cluster, port, child, logFile),
    database: () => ensureDatabase(cluster, port, DATABASE),
  }
}
