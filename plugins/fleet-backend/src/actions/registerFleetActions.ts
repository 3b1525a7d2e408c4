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

import { AuthService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  ActionOutcome,
  actionOutcomeSchema,
  ActionPreview,
  actionPreviewSchema,
  ActionRef,
  actionRunRequestSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { principalRef } from '../permissions/ViewerResolver';
import { ActionCaller, ActionPipeline } from './ActionPipeline';
import { parseActionInput } from './parseActionInput';
import { zod3Schema } from './zod3Bridge';

/** How a tool is called, beside the input of its action. */
const toolOptions = z.object({
  dryRun: z
    .boolean()
    .default(true)
    .describe(
      'true previews by a server-side dry run and changes nothing; false does it',
    ),
  uid: actionRunRequestSchema.shape.uid
    .optional()
    .describe('target.uid of the preview; required when dryRun is false'),
  resourceVersion: actionRunRequestSchema.shape.resourceVersion.describe(
    'target.resourceVersion of the preview, to be refused when the object has changed since in any way',
  ),
  reason: actionRunRequestSchema.shape.reason.describe(
    'Why, for the audit log; name what the person asked for',
  ),
  idempotencyKey: z
    .string()
    .min(1)
    .max(128)
    .optional()
    .describe(
      'Repeat a call under the same key when its answer was lost: it runs once',
    ),
});

const toolAnswer = z.object({
  preview: actionPreviewSchema.optional().describe('What would change'),
  outcome: actionOutcomeSchema.optional().describe('How it went'),
});

/** Offers every action of the pipeline as an action of Backstage, and thereby as an MCP tool. */
export function registerFleetActions(options: {
  actionsRegistry: ActionsRegistryService;
  pipeline: ActionPipeline;
  auth: AuthService;
}): void {
  const { actionsRegistry, pipeline, auth } = options;
  for (const ref of pipeline.refs()) {
    const input = toolInput(ref);
    actionsRegistry.register({
      name: ref.id.replaceAll('.', '-'),
      title: ref.title,
      description: `${ref.description}

Call it with dryRun true first (the default): the answer's preview says what would change and warns. Show that to the person, and only when they agree call it again with dryRun false and the preview's target.uid. Runs with the permissions of the person and is written to the audit log.`,
      attributes: {
        readOnly: false,
        destructive: ref.destructive,
        idempotent: true,
      },
      schema: {
        input: zod3Schema(input, 'input'),
        output: zod3Schema(toolAnswer, 'output'),
      },
      action: async ({ input: raw, credentials }) => {
        if (auth.isPrincipal(credentials, 'none')) {
          throw new NotAllowedError('Sign in to use this action');
        }
        return {
          output: await callTool(pipeline, ref, parseActionInput(input, raw), {
            credentials,
            ref: principalRef(auth, credentials),
          }),
        };
      },
    });
  }
}

function toolInput(ref: ActionRef<any, any>): z.ZodObject {
  const taken = Object.keys(toolOptions.shape).find(
    key => key in ref.input.shape,
  );
  if (taken) {
    throw new Error(
      `The input of action '${ref.id}' must not have '${taken}', which its tool adds`,
    );
  }
  return ref.input.extend(toolOptions.shape).strict();
}

async function callTool(
  pipeline: ActionPipeline,
  ref: ActionRef<any, any>,
  input: Record<string, unknown>,
  caller: ActionCaller,
): Promise<{ preview: ActionPreview } | { outcome: ActionOutcome }> {
  const { dryRun, uid, resourceVersion, reason, idempotencyKey } =
    toolOptions.parse(input);
  const actionInput = Object.fromEntries(
    Object.entries(input).filter(([key]) => !(key in toolOptions.shape)),
  );
  if (dryRun) {
    return { preview: await pipeline.preview(ref.id, actionInput, caller) };
  }
  if (uid === undefined) {
    throw new InputError(
      'uid is required when dryRun is false: call with dryRun true first and pass the target.uid of the preview',
    );
  }
  return {
    outcome: await pipeline.run(
      ref.id,
      { input: actionInput, uid, resourceVersion, reason },
      { idempotencyKey: idempotencyKey ?? randomUUID(), channel: 'mcp' },
      caller,
    ),
  };
}
