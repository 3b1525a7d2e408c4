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
  AuditorService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  ActionOutcome,
  ActionPreview,
  actionRunRequestSchema,
  ActionRunRequest,
  ActionTarget,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ActionImplementation } from '@quarterdeck/backstage-plugin-fleet-node';
import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import { z } from 'zod';
import { AuditAttempt } from '../audit/AuditIntent';
import { AuditStore } from '../audit/AuditStore';
import { encodeAuditText } from '../audit/auditText';
import { ActionConnection } from './ActionConnection';
import {
  ActionCaller,
  ActionPipeline,
  RunActionOptions,
} from './ActionPipeline';
import { ActionRuns } from './ActionRuns';
import { noSuchPlace, refusalOf } from './authorizeAction';
import { toCallerError } from './clusterFailures';
import { DefaultClusterWriter } from './DefaultClusterWriter';
import { parseActionInput } from './parseActionInput';

const DEFAULT_TIMEOUT_MS = 30_000;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,128}$/;

/** What {@link createActionPipeline} works with. */
export interface CreateActionPipelineOptions {
  actions: readonly ActionImplementation[];
  connection: (cluster: string) => ActionConnection | undefined;
  permissions: PermissionsService;
  audit: AuditStore;
  auditor: AuditorService;
  logger: LoggerService;
  /** Milliseconds that a preview or a run may take; 30 seconds by default. */
  timeout?: number;
}

class DefaultActionPipeline implements ActionPipeline {
  readonly #actions = new Map<string, ActionImplementation>();
  readonly #options: CreateActionPipelineOptions;
  readonly #runs: ActionRuns;

  constructor(options: CreateActionPipelineOptions) {
    this.#options = options;
    this.#runs = new ActionRuns({
      audit: options.audit,
      logger: options.logger,
      timeout: options.timeout ?? DEFAULT_TIMEOUT_MS,
    });
    for (const action of options.actions) {
      if (this.#actions.has(action.ref.id)) {
        throw new Error(`Action '${action.ref.id}' is registered twice`);
      }
      this.#actions.set(action.ref.id, action);
    }
  }

  refs() {
    return Array.from(this.#actions.values(), ({ ref }) => ref);
  }

  list() {
    return this.refs().map(ref => ({
      id: ref.id,
      title: ref.title,
      description: ref.description,
      scope: ref.scope,
      destructive: ref.destructive,
      input: z.toJSONSchema(ref.input, { io: 'input' }) as Record<
        string,
        unknown
      >,
    }));
  }

  async preview(
    id: string,
    rawInput: unknown,
    caller: ActionCaller,
  ): Promise<ActionPreview> {
    this.#runs.refuseWhenStopping();
    const implementation = this.#find(id);
    const input = parseActionInput(implementation.ref.input, rawInput);
    const target = implementation.ref.target(input);
    return this.#recorded(
      'preview',
      implementation,
      target,
      caller,
      async () => {
        const refusal = await this.#refusal(implementation, target, caller);
        if (refusal) {
          throw refusal;
        }
        const connection = this.#connection(target);
        const signal = this.#runs.signal();
        const writer = new DefaultClusterWriter({
          connection,
          mode: 'preview',
          signal,
        });
        try {
          const preview = await implementation.preview({
            input,
            connection,
            writer,
            signal,
          });
          return { action: id, ...preview };
        } catch (error) {
          throw toCallerError(error);
        }
      },
    );
  }

  async run(
    id: string,
    rawRequest: ActionRunRequest,
    options: RunActionOptions,
    caller: ActionCaller,
  ): Promise<ActionOutcome> {
    this.#runs.refuseWhenStopping();
    const implementation = this.#find(id);
    const { idempotencyKey, channel } = options;
    if (!IDEMPOTENCY_KEY.test(idempotencyKey)) {
      throw new InputError(
        'An idempotency key has 1 to 128 visible ASCII characters',
      );
    }
    const request = parseActionInput(actionRunRequestSchema, rawRequest);
    const { uid, resourceVersion, reason } = request;
    const input = parseActionInput(implementation.ref.input, request.input);
    const target = implementation.ref.target(input);
    const attempt: AuditAttempt = {
      action: id,
      actor: caller.ref,
      channel,
      target: { ...target, uid },
      input,
      reason,
    };
    return this.#recorded('run', implementation, target, caller, async () => {
      const refusal = await this.#refusal(implementation, target, caller);
      if (refusal) {
        await this.#auditRefusal(attempt, refusal);
        throw refusal;
      }
      return this.#runs.run({
        implementation,
        connection: this.#connection(target),
        intent: {
          ...attempt,
          idempotencyKey,
          requestHash: hashOf([id, input, uid, resourceVersion, reason]),
        },
        confirmed: { uid, resourceVersion },
      });
    });
  }

  async stop(): Promise<void> {
    await this.#runs.stop();
  }

  #find(id: string): ActionImplementation {
    const action = this.#actions.get(id);
    if (!action) {
      throw new NotFoundError(`There is no action ${JSON.stringify(id)}`);
    }
    return action;
  }

  #connection(target: ActionTarget): ActionConnection {
    const connection = this.#options.connection(target.cluster);
    if (!connection) {
      throw noSuchPlace(target);
    }
    return connection;
  }

  #refusal(
    { ref }: ActionImplementation,
    target: ActionTarget,
    { credentials }: ActionCaller,
  ) {
    return refusalOf(this.#options.permissions, ref, target, credentials);
  }

  // A refusal stands whether or not it can be written down.
  async #auditRefusal(attempt: AuditAttempt, refusal: Error): Promise<void> {
    try {
      await this.#options.audit.deny(attempt, refusal.message);
    } catch (error) {
      this.#options.logger.error(
        'A refused action could not be written to the audit log',
        error as Error,
      );
    }
  }

  /** Tells Backstage's auditor of the attempt and of how it ended. */
  async #recorded<T extends ActionPreview | ActionOutcome>(
    queryType: 'preview' | 'run',
    { ref }: ActionImplementation,
    target: ActionTarget,
    caller: ActionCaller,
    work: () => Promise<T>,
  ): Promise<T> {
    const severityLevel = ref.destructive ? 'high' : 'medium';
    const event = await this.#options.auditor.createEvent({
      eventId: 'cluster-action',
      severityLevel: queryType === 'preview' ? 'low' : severityLevel,
      request: caller.request,
      meta: {
        queryType,
        actionType: ref.id,
        actor: caller.ref,
        target: encodeAuditText(
          [target.cluster, target.namespace, target.kind, target.name]
            .filter(part => part !== undefined)
            .join('/'),
        ),
      },
    });
    const fail = (message: string) =>
      this.#tell(event.fail({ error: new Error(encodeAuditText(message)) }));
    let answer: T;
    try {
      answer = await work();
    } catch (error) {
      await fail(error instanceof Error ? error.message : String(error));
      throw error;
    }
    if ('status' in answer && answer.status !== 'succeeded') {
      await fail(`${answer.status}: ${answer.message}`);
    } else {
      await this.#tell(event.success());
    }
    return answer;
  }

  // What was done is done, whether or not the auditor hears of it; the audit log has it.
  async #tell(told: Promise<void>): Promise<void> {
    try {
      await told;
    } catch (error) {
      this.#options.logger.warn('The auditor failed', error as Error);
    }
  }
}

/** @throws Error when two actions have the same id. */
export function createActionPipeline(
  options: CreateActionPipelineOptions,
): ActionPipeline {
  return new DefaultActionPipeline(options);
}

function hashOf(request: unknown): string {
  return createHash('sha256')
    .update(stringify(request) ?? '')
    .digest('hex');
}
