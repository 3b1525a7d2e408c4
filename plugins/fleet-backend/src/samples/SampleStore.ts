/*
 * Copyright 2026 The Quarterdeck Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { Knex } from 'knex';
import { withinTime } from '../database/withinTime';
import {
  BLOCKS_TABLE,
  BlockTier,
  CLUSTERS_TABLE,
  RawDbRecentSample,
  RawDbSampleBlock,
  RawDbSampleCluster,
  RECENT_TABLE,
  ROWS_AT_ONCE,
} from './RawDbSamples';
import { ClusterFigures } from './SampleTaker';
import { DAY } from './sampleTimes';

/** Blocks of many clusters over many hours. */
const LOAD_TIMEOUT_MS = 30_000;

/** A cluster that samples are of. */
export interface SampledCluster {
  readonly id: number;
  readonly cluster: string;
  readonly incarnation: string;
  /** Epoch milliseconds. */
  readonly firstAt: number;
  readonly seenAt: number;
}

/** The figures of one cluster at one time. */
export interface RecentSample {
  readonly clusterId: number;
  readonly at: number;
  readonly step: number;
  readonly figures: Readonly<Record<string, number>>;
}

/** A block as it is stored. */
export interface StoredBlock {
  readonly series: string;
  readonly clusterId: number;
  readonly start: number;
  readonly step: number;
  readonly packed: Uint8Array;
}

/** What samples take. */
export interface SampleUse {
  readonly lastDay: number;
  readonly stored: number;
}

/** The samples in the database. Writes belong to who holds the lease, so they take a transaction that is fenced. */
export class SampleStore {
  readonly #database: Knex;

  /** The database must be migrated already. */
  constructor(database: Knex) {
    this.#database = database;
  }

  async clusters(): Promise<SampledCluster[]> {
    const rows = await withinTime(
      this.#database<RawDbSampleCluster>(CLUSTERS_TABLE).orderBy('id'),
    );
    return rows.map(row => ({
      id: row.id,
      cluster: row.cluster,
      incarnation: row.incarnation,
      firstAt: Number(row.first_at),
      seenAt: Number(row.seen_at),
    }));
  }

  /** Samples that are not packed yet and were taken after some time, the oldest first. */
  async recent(after: number): Promise<RecentSample[]> {
    const rows = await withinTime(
      this.#database<RawDbRecentSample>(RECENT_TABLE)
        .where('taken_at', '>', after)
        .orderBy('taken_at'),
      LOAD_TIMEOUT_MS,
    );
    return rows.map(recentSample);
  }

  /** Blocks of some series of all clusters, from some time on, the oldest first. */
  async blocks(
    tier: BlockTier,
    series: readonly string[],
    from: number,
  ): Promise<StoredBlock[]> {
    const rows: RawDbSampleBlock[] = await withinTime(
      this.#database<RawDbSampleBlock>(BLOCKS_TABLE)
        .where({ tier })
        .whereIn('series', [...series])
        .where('start', '>=', from)
        .orderBy('start'),
      LOAD_TIMEOUT_MS,
    );
    return rows.map(row => ({
      series: row.series,
      clusterId: row.cluster_id,
      start: Number(row.start),
      step: row.step,
      packed: row.figures,
    }));
  }

  /** The time of the newest sample. */
  async newest(): Promise<number | undefined> {
    const [{ newest }] = await withinTime(
      this.#database(RECENT_TABLE).max({ newest: 'taken_at' }),
    );
    return newest === null ? undefined : Number(newest);
  }

  async use(now: number): Promise<SampleUse> {
    const sum = async (from: number) => {
      const [{ bytes }] = await withinTime(
        this.#database(BLOCKS_TABLE)
          .where('start', '>=', from)
          .sum({ bytes: 'bytes' }),
      );
      return Number(bytes ?? 0);
    };
    return { lastDay: await sum(now - DAY), stored: await sum(0) };
  }

  /**
   * Adds the figures of one time. A cluster that has some of this time already keeps them.
   *
   * @param known - ids by {@link sampledKey}; those of clusters that are new are added to it.
   */
  async add(
    transaction: Knex.Transaction,
    options: {
      at: number;
      step: number;
      samples: readonly ClusterFigures[];
      known: Map<string, number>;
    },
  ): Promise<void> {
    const { at, step, samples, known } = options;
    for (const sample of samples) {
      if (!known.has(sampledKey(sample))) {
        known.set(
          sampledKey(sample),
          await this.#register(transaction, sample, at),
        );
      }
    }
    const rows = samples.map(sample => ({
      cluster_id: known.get(sampledKey(sample))!,
      taken_at: at,
      step,
      figures: JSON.stringify(sample.figures),
    }));
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      await transaction<RawDbRecentSample>(RECENT_TABLE)
        .insert(rows.slice(from, from + ROWS_AT_ONCE))
        .onConflict(['cluster_id', 'taken_at'])
        .ignore();
    }
  }

  async #register(
    transaction: Knex.Transaction,
    { cluster, incarnation }: ClusterFigures,
    at: number,
  ): Promise<number> {
    const [{ id }] = await transaction<RawDbSampleCluster>(CLUSTERS_TABLE)
      .insert({ cluster, incarnation, first_at: at, seen_at: at })
      .onConflict(['cluster', 'incarnation'])
      // It is back: of several incarnations the one that was seen last counts.
      .merge({ seen_at: at })
      .returning('id');
    return id;
  }
}

/** Names an incarnation of a cluster. */
export function sampledKey(of: {
  cluster: string;
  incarnation: string;
}): string {
  return JSON.stringify([of.cluster, of.incarnation]);
}

export function recentSample(row: RawDbRecentSample): RecentSample {
  return {
    clusterId: row.cluster_id,
    at: Number(row.taken_at),
    step: row.step,
    figures: JSON.parse(row.figures),
  };
}
