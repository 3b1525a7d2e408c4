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

/** What the measured process is asked, and what it answers. */
export interface SystemCommands {
  /** Begins to keep the fleet; answers once that has begun. */
  start: SystemStart;
  usage: SystemUsage;
  /** Forgets the longest stall so far. */
  resetStalls: object;
  /** Collects garbage first. */
  settledMemory: SystemMemory;
  counts: Record<string, { pods: number; nodes: number }>;
  profile: object;
  stopProfile: object;
}

export interface SystemStart {
  readonly port?: number;
  readonly startedAt: number;
  /** CPU time that the process had used before it began to connect. */
  readonly cpuSecondsBefore: number;
}

export interface SystemUsage {
  readonly cpuSeconds: number;
  /** Since it was last forgotten. */
  readonly longestStallMs: number;
  /** Since the fleet was begun to be kept; collecting garbage for `settledMemory` is left out. */
  readonly longestStallOfAllMs: number;
  readonly peakRssMb: number;
}

export interface SystemMemory {
  readonly rssMb: number;
  readonly heapMb: number;
}

/** What a measured process is told when it is made. */
export interface SystemOptions {
  /** Absent for a backend without clusters. */
  readonly kubeconfig?: string;
  readonly clusters: readonly string[];
}

/** What the informers say of their own accord. */
export type SystemNotice =
  | { notice: 'synced'; cluster: string; at: number }
  | { notice: 'seen'; restarts: number; at: number }
  | { notice: 'error'; message: string };

/** Milliseconds since the epoch with fractions; comparable between the processes of a machine. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}

/** CPU time that this process has used. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
