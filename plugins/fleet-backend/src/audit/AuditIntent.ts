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
  ActionTarget,
  AuditRecord,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** Who attempts what. The input is the validated one. */
export interface AuditAttempt {
  action: string;
  actor: string;
  channel: AuditRecord['channel'];
  target: ActionTarget & { uid?: string };
  input: Record<string, unknown>;
  reason?: string;
}

/** An attempt that is about to be made. */
export interface AuditIntent extends AuditAttempt {
  idempotencyKey: string;
  requestHash: string;
}

/** How an attempt went. */
export interface AuditCompletion {
  outcome: 'succeeded' | 'failed' | 'unknown';
  message: string;
  result?: Record<string, unknown>;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** Refused because the object was not as confirmed. */
  conflict?: boolean;
}

/** `begun`: written, go ahead. `known`: the same request was made before under the same key, and this is how it went. */
export type AuditClaim =
  | { status: 'begun'; id: string }
  | { status: 'known'; id: string; completion: AuditCompletion };

/** What to list: the newest first. */
export interface ListAuditOptions {
  limit: number;
  cursor?: string;
  cluster?: string;
  actor?: string;
  action?: string;
}

/** A page of the audit log; no cursor on the last one. */
export interface AuditPage {
  items: AuditRecord[];
  nextCursor?: string;
}
