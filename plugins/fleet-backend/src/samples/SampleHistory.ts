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

import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '../inventory/scheduling/Clock';
import { WorkSlicer } from '../inventory/scheduling/WorkSlicer';
import { BlockTier } from './RawDbSamples';
import { ReadSeries } from './ReadSeries';
import { RecentSamples } from './RecentSamples';
import { SampledCluster, SampleStore } from './SampleStore';
import { startOf } from './sampleTimes';
import { earliestOf, TrendSpans } from './TrendGrid';

/** Series that nobody asked for as long are forgotten. */
const KEPT_MS = 5 * 60_000;
/** All is read anew after as long: what was packed since then takes the place of recent samples. */
const REREAD_MS = 60 * 60_000;
/** How long after its time a sample of another process is looked for. */
const LAG_MS = 5_000;

/** What is asked of the samples. */
export interface HistoryQuestion {
  readonly tier: BlockTier;
  readonly series: readonly string[];
}

interface KeptSeries {
  readonly tier: BlockTier;
  readonly id: string;
  read?: ReadSeries;
  usedAt: number;
}

/**
 * The samples that charts show, out of the database: read when they are asked for, kept up to date while somebody looks.
 *
 * @remarks
 *
 * Every process has one, whoever samples. What is recent is asked for once an interval, one query for all that look.
 */
export class SampleHistory {
  readonly #store: SampleStore;
  readonly #interval: number;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  readonly #slicer = new WorkSlicer();
  readonly #kept = new Map<string, KeptSeries>();
  readonly #listeners = new Set<() => void>();
  #recent = new RecentSamples();
  #readAllAt = -Infinity;
  #clusters: readonly SampledCluster[] = [];
  #error: Error | undefined;
  #working: Promise<void> | undefined;
  #again = false;
  #cancel = () => {};
  #stopped = false;
  #now: number;

  constructor(options: {
    store: SampleStore;
    /** Milliseconds between two samples. */
    interval: number;
    clock: Clock;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#interval = options.interval;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#now = this.#tick();
  }

  /** The time up to which samples were asked for, in epoch milliseconds. */
  get now(): number {
    return this.#now;
  }

  /** The time of the newest sample that is known here. */
  get newest(): number | undefined {
    return this.#recent.newest;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Has series read that are not at hand, and keeps them for a while. */
  prepare({ tier, series }: HistoryQuestion): void {
    const usedAt = this.#clock.now();
    let missing = false;
    for (const id of series) {
      const kept = this.#kept.get(keyOf(tier, id));
      if (kept) kept.usedAt = usedAt;
      else this.#kept.set(keyOf(tier, id), { tier, id, usedAt });
      missing ||= !kept;
    }
    if (missing) void this.refresh();
  }

  /** Whether there is an answer, be it that the samples cannot be read. */
  isReady(question: HistoryQuestion): boolean {
    return this.#error !== undefined || this.#isRead(question);
  }

  /** The cluster under which samples of a name are kept: the incarnation that the name has now, or the last one while that is not known. */
  sampled(
    cluster: string,
    incarnation: string | undefined,
  ): SampledCluster | undefined {
    const known = this.#clusters.filter(each => each.cluster === cluster);
    return incarnation === undefined
      ? known.reduce<SampledCluster | undefined>(
          (last, each) => (last && last.seenAt >= each.seenAt ? last : each),
          undefined,
        )
      : known.find(each => each.incarnation === incarnation);
  }

  /** @throws Error when what was prepared could not be read. */
  check(question: HistoryQuestion): void {
    if (this.#error && !this.#isRead(question)) throw this.#error;
  }

  /** Puts the samples of a series of one cluster into spans of time. */
  fill(tier: BlockTier, id: string, clusterId: number, spans: TrendSpans) {
    const read = this.#kept.get(keyOf(tier, id))?.read;
    read?.fill(clusterId, this.#recent.of(clusterId), spans);
  }

  /** Reads what is new; resolves when it is there. */
  async refresh(): Promise<void> {
    if (this.#working) {
      this.#again = true;
      return this.#working;
    }
    this.#working = this.#work().finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    this.#listeners.clear();
    await this.#working;
  }

  #isRead({ tier, series }: HistoryQuestion): boolean {
    return series.every(id => this.#kept.get(keyOf(tier, id))?.read);
  }

  async #work(): Promise<void> {
    do {
      this.#again = false;
      this.#cancel();
      this.#forget();
      if (this.#stopped || this.#kept.size === 0) return;
      try {
        await this.#read();
        this.#error = undefined;
      } catch (error) {
        if (this.#stopped) return;
        if (!this.#error) {
          this.#logger.warn('Samples could not be read', error as Error);
        }
        this.#error = new Error('The samples could not be read', {
          cause: error,
        });
      }
      this.#listeners.forEach(listener => listener());
    } while (this.#again);
    this.#wait();
  }

  async #read(): Promise<void> {
    const now = this.#tick();
    const startedAt = this.#clock.now();
    const all = startedAt - this.#readAllAt > REREAD_MS;
    const recent = all ? new RecentSamples() : this.#recent;
    // Before the blocks: what is packed in between is in both, and counts once.
    const added = await this.#store.recent(recent.newest ?? 0);
    const clusters = await this.#store.clusters();
    const wanted = [...this.#kept.values()].filter(({ read }) => all || !read);
    const reads = [
      ...(await this.#readBlocks('raw', wanted, now)),
      ...(await this.#readBlocks('day', wanted, now)),
    ];
    recent.add(added);
    this.#recent = recent;
    this.#clusters = clusters;
    reads.forEach(([kept, read]) => {
      kept.read = read;
    });
    this.#now = now;
    if (all) this.#readAllAt = startedAt;
  }

  async #readBlocks(
    tier: BlockTier,
    wanted: readonly KeptSeries[],
    now: number,
  ): Promise<[KeptSeries, ReadSeries][]> {
    const kept = wanted.filter(each => each.tier === tier);
    if (kept.length === 0) return [];
    const read = new Map(kept.map(({ id }) => [id, new ReadSeries(tier, id)]));
    const from = earliestOf(tier, now);
    for (const block of await this.#store.blocks(
      tier,
      [...read.keys()],
      from,
    )) {
      await this.#slicer.turn();
      read.get(block.series)!.add(block);
    }
    return kept.map(each => [each, read.get(each.id)!]);
  }

  #forget(): void {
    const now = this.#clock.now();
    for (const [key, { usedAt }] of this.#kept) {
      if (now - usedAt > KEPT_MS) this.#kept.delete(key);
    }
    if (this.#kept.size === 0) {
      this.#readAllAt = -Infinity;
      this.#recent = new RecentSamples();
    }
  }

  #wait(): void {
    if (this.#stopped) return;
    const lag = Math.min(LAG_MS, this.#interval / 2);
    const due = this.#tick() + this.#interval + lag - this.#clock.now();
    this.#cancel = this.#clock.setTimeout(() => void this.refresh(), due);
  }

  #tick(): number {
    return startOf(this.#clock.now(), this.#interval);
  }
}

function keyOf(tier: BlockTier, id: string): string {
  return `${tier} ${id}`;
}
