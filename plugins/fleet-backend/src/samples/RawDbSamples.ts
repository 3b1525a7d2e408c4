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

export const CLUSTERS_TABLE = 'sample_clusters';
export const RECENT_TABLE = 'recent_samples';
export const BLOCKS_TABLE = 'sample_blocks';

/** SQLite takes some hundred rows in one statement at the most. */
export const ROWS_AT_ONCE = 100;

// PostgreSQL answers 64-bit integers as texts.
type BigInteger = number | string;

export interface RawDbSampleCluster {
  id: number;
  cluster: string;
  incarnation: string;
  first_at: BigInteger;
  seen_at: BigInteger;
}

export interface RawDbRecentSample {
  cluster_id: number;
  taken_at: BigInteger;
  step: number;
  figures: string;
}

export type BlockTier = 'raw' | 'day';

export interface RawDbSampleBlock {
  series: string;
  tier: BlockTier;
  start: BigInteger;
  cluster_id: number;
  step: number;
  bytes: number;
  figures: Buffer;
}
