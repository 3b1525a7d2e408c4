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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ActionDescription,
  ActionOutcome,
  ActionPreview,
  ActionRef,
  ActionRunRequest,
  AuditRecord,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Request } from 'express';

/** Who asks. */
export interface ActionCaller {
  credentials: BackstageCredentials;
  /** Entity ref of the person, or `plugin:<id>` of a service. */
  ref: string;
  request?: Request<any, any, any, any, any>;
}

/** How an action is asked for. */
export interface RunActionOptions {
  /** The same request under the same key runs once and answers the same. 1 to 128 visible ASCII characters. */
  idempotencyKey: string;
  channel: AuditRecord['channel'];
}

/**
 * The one way to change a cluster: validate, authorise, then a preview by dry run, or audit the intent, execute, audit the outcome.
 *
 * @remarks
 *
 * Failures are Backstage errors: InputError for bad input, NotFoundError for an unknown action and for places that do not exist or that the caller
 * may not read, NotAllowedError for a missing permission, ConflictError for an object that is not as confirmed and for a reused key,
 * ServiceUnavailableError when the audit log or the cluster does not answer.
 */
export interface ActionPipeline {
  refs(): readonly ActionRef<any, any>[];
  list(): ActionDescription[];
  preview(
    id: string,
    input: unknown,
    caller: ActionCaller,
  ): Promise<ActionPreview>;
  /** A refusal by the cluster is the outcome `failed`, not an error; a lost answer is `unknown`. */
  run(
    id: string,
    request: ActionRunRequest,
    options: RunActionOptions,
    caller: ActionCaller,
  ): Promise<ActionOutcome>;
  /** Takes nothing new, lets what runs finish for a few seconds, then ends it and writes its outcome. */
  stop(): Promise<void>;
}
