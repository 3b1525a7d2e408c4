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

import {
  AuditRecord,
  auditRecordSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { decodeAuditText } from './auditText';

export const AUDIT_TABLE = 'audit_records';

/** A row of `audit_records`; PostgreSQL answers with texts for 64-bit integers, SQLite with numbers for booleans. */
export interface RawDbAuditRow {
  sequence: number | string;
  id: string;
  instance_id: string;
  action: string;
  actor: string;
  channel: string;
  cluster: string;
  namespace: string | null;
  kind: string;
  name: string;
  uid: string | null;
  input: string;
  reason: string | null;
  outcome: string;
  message: string | null;
  before: string | null;
  after: string | null;
  result: string | null;
  conflict: boolean | number;
  idempotency_key: string | null;
  request_hash: string | null;
  requested_at: number | string;
  completed_at: number | string | null;
}

/** The record that a row holds, without the keys that it lacks. */
export function toAuditRecord(row: RawDbAuditRow): AuditRecord {
  return auditRecordSchema.parse({
    id: row.id,
    action: row.action,
    actor: row.actor,
    channel: row.channel,
    target: present({
      cluster: decodeAuditText(row.cluster),
      namespace: text(row.namespace),
      kind: decodeAuditText(row.kind),
      name: decodeAuditText(row.name),
      uid: text(row.uid),
    }),
    input: JSON.parse(row.input),
    outcome: row.outcome,
    requestedAt: Number(row.requested_at),
    ...present({
      reason: text(row.reason),
      message: text(row.message),
      before: json(row.before),
      after: json(row.after),
      completedAt:
        row.completed_at === null ? undefined : Number(row.completed_at),
    }),
  });
}

function text(encoded: string | null): string | undefined {
  return encoded === null ? undefined : decodeAuditText(encoded);
}

/** The value of a JSON column. */
export function json(
  encoded: string | null,
): Record<string, unknown> | undefined {
  return encoded === null ? undefined : JSON.parse(encoded);
}

function present<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined),
  ) as Partial<T>;
}
