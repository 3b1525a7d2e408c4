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
import { packFigures, unpackFigures } from './packFigures';
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
import { dayBlock, rawBlock, Sample } from './SampleBlock';
import { recentSample, SampledCluster } from './SampleStore';
import {
  DAY,
  DOWNSAMPLED_RETENTION,
  DOWNSAMPLED_STEP,
  HOUR,
  RAW_RETENTION,
  startOf,
} from './sampleTimes';

/**
 * Packs the hours of one cluster that are over, downsamples them, and forgets what is older than it is kept.
 *
 * @remarks
 *
 * All in one transaction that takes away what it has packed, so that it can be repeated at any time, and small, because it is of one
 * cluster.
 *
 * @param before - samples before this hour are packed.
 */
export async function packSamples(
  transaction: Knex.Transaction,
  sampled: SampledCluster,
  before: number,
): Promise<void> {
  const { id } = sampled;
  const waiting = () =>
    transaction<RawDbRecentSample>(RECENT_TABLE)
      .where({ cluster_id: id })
      .where('taken_at', '<', before);
  const samples = (await waiting().orderBy('taken_at')).map(recentSample);
  const hours = new Map<number, Map<string, Sample[]>>();
  for (const { at, step, figures } of samples) {
    const hour = startOf(at, HOUR);
    const series = hours.get(hour) ?? new Map<string, Sample[]>();
    hours.set(hour, series);
    for (const [name, value] of Object.entries(figures)) {
      const list = series.get(name) ?? [];
      list.push({ at, step, value });
      series.set(name, list);
    }
  }
  for (const [hour, series] of hours) {
    await packHour(transaction, id, hour, series);
  }
  if (samples.length > 0) {
    await waiting().delete();
    await transaction<RawDbSampleCluster>(CLUSTERS_TABLE)
      .where({ id })
      .update({ seen_at: samples[samples.length - 1].at });
  }
  await prune(transaction, id, before);
}

async function packHour(
  transaction: Knex.Transaction,
  clusterId: number,
  hour: number,
  series: ReadonlyMap<string, readonly Sample[]>,
): Promise<void> {
  const day = startOf(hour, DAY);
  const names = [...series.keys()];
  const blocks = blocksOf(transaction, clusterId);
  const raw = await blocks.read('raw', hour, names);
  const days = await blocks.read('day', day, names);
  const packed = names.flatMap(name => {
    const known = raw.get(name);
    const ofHour = rawBlock(
      hour,
      series.get(name)!,
      known && { start: hour, ...known },
    );
    const before = days.get(name);
    const ofDay = dayBlock(ofHour, before && { start: day, ...before });
    return [
      row('raw', name, hour, ofHour.step, ofHour.figures),
      row('day', name, day, DOWNSAMPLED_STEP, ofDay.figures),
    ];
  });
  await blocks.write(packed);
}

function row(
  tier: BlockTier,
  series: string,
  start: number,
  step: number,
  figures: Float64Array,
) {
  const packed = packFigures(figures);
  return { tier, series, start, step, bytes: packed.length, figures: packed };
}

function blocksOf(transaction: Knex.Transaction, clusterId: number) {
  return {
    async read(tier: BlockTier, start: number, names: readonly string[]) {
      const rows: RawDbSampleBlock[] = await transaction<RawDbSampleBlock>(
        BLOCKS_TABLE,
      )
        .where({ tier, start, cluster_id: clusterId })
        .whereIn('series', [...names]);
      const known = new Map<string, { step: number; figures: Float64Array }>();
      for (const { series, step, figures } of rows) {
        try {
          known.set(series, { step, figures: unpackFigures(figures) });
        } catch {
          // Damaged: what it held is lost, and it is written anew.
        }
      }
      return known;
    },
    async write(rows: ReadonlyArray<ReturnType<typeof row>>) {
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        await transaction<RawDbSampleBlock>(BLOCKS_TABLE)
          .insert(
            rows
              .slice(from, from + ROWS_AT_ONCE)
              .map(each => ({ ...each, cluster_id: clusterId })),
          )
          .onConflict(['series', 'tier', 'start', 'cluster_id'])
          .merge(['step', 'bytes', 'figures']);
      }
    },
  };
}

async function prune(
  transaction: Knex.Transaction,
  clusterId: number,
  now: number,
): Promise<void> {
  const old = (tier: BlockTier, before: number) =>
    transaction<RawDbSampleBlock>(BLOCKS_TABLE)
      .where({ tier, cluster_id: clusterId })
      .where('start', '<=', before)
      .delete();
  // A block goes when its last sample is too old.
  await old('raw', now - RAW_RETENTION - HOUR);
  await old('day', now - DOWNSAMPLED_RETENTION - DAY);
  await transaction<RawDbSampleCluster>(CLUSTERS_TABLE)
    .where({ id: clusterId })
    .where('seen_at', '<', now - DOWNSAMPLED_RETENTION - DAY)
    .whereNotExists(
      transaction(RECENT_TABLE).select('*').where({ cluster_id: clusterId }),
    )
    .whereNotExists(
      transaction(BLOCKS_TABLE).select('*').where({ cluster_id: clusterId }),
    )
    .delete();
}
