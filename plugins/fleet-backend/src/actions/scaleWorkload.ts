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

import { ConflictError } from '@backstage/errors';
import {
  ActionPreview,
  scaleWorkloadAction,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ActionContext,
  ClusterConnection,
  ClusterRequestError,
  ConfirmedTarget,
  defineAction,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { z } from 'zod';
import { scaleWarnings } from './scaleWarnings';
import {
  Scale,
  scalePath,
  wantedReplicas,
  Workload,
  workloadPath,
} from './workloads';

type ScaleInput = z.output<typeof scaleWorkloadAction.input>;

/** Sets the replicas of a workload by a JSON patch of its scale subresource that the server applies only to the confirmed object. */
export const scaleWorkload = defineAction(scaleWorkloadAction, {
  rbac: [
    ...['deployments', 'statefulsets', 'replicasets'].flatMap(resource => [
      { verbs: ['get'], group: 'apps', resource },
      { verbs: ['get', 'patch'], group: 'apps', resource: `${resource}/scale` },
    ]),
    {
      verbs: ['list'],
      group: 'autoscaling',
      resource: 'horizontalpodautoscalers',
    },
  ],

  async preview({ input, connection, writer, signal }) {
    const workload = await connection.get<Workload>(workloadPath(input), {
      signal,
    });
    const scale = await connection.get<Scale>(scalePath(input), { signal });
    const { uid, resourceVersion } = scale.metadata;
    const before = wantedReplicas(scale);
    const dryRun = await writer.patch<Scale>(
      scalePath(input),
      patchOf({ uid }, input.replicas),
      { type: 'json', signal },
    );
    const after = wantedReplicas(dryRun.object);
    return {
      target: {
        ...scaleWorkloadAction.target(input),
        uid,
        resourceVersion,
      },
      sentence: sentenceOf('Scale', input, before, after),
      changes: changesOf(before, after),
      warnings: await scaleWarnings({
        input,
        workload,
        before,
        serverWarnings: dryRun.warnings,
        connection,
        signal,
      }),
    };
  },

  async execute(context) {
    const { input, confirmed } = context;
    const before = wantedReplicas(await readConfirmed(context));
    const scale = await patchConfirmed(context);
    const after = wantedReplicas(scale);
    return {
      result: { before, after },
      message: `${sentenceOf('Scaled', input, before, after)}.`,
      before: { uid: confirmed.uid, replicas: before },
      after: {
        uid: scale.metadata.uid,
        resourceVersion: scale.metadata.resourceVersion,
        replicas: after,
      },
    };
  },

  async observe({ input, connection, signal, confirmed }) {
    const scale = await readScale(connection, input, signal);
    if (!scale) {
      return 'A read afterwards shows that it has been deleted.';
    }
    if (scale.metadata.uid !== confirmed.uid) {
      return 'A read afterwards shows that it has been deleted and created anew.';
    }
    const wanted = wantedReplicas(scale);
    return `A read afterwards shows ${countOf(wanted)} wanted, ${
      wanted === input.replicas ? 'as asked' : `not ${input.replicas}`
    }.`;
  },
});

type ConfirmedContext = ActionContext<ScaleInput> & {
  readonly confirmed: ConfirmedTarget;
};

// The server's own check decides; this one spares a write that is known to be refused, and learns what was before.
async function readConfirmed(context: ConfirmedContext): Promise<Scale> {
  const { input, connection, signal, confirmed } = context;
  const scale = await readScale(connection, input, signal);
  const difference = differenceFrom(scale, confirmed);
  if (!scale || difference) {
    throw notAsConfirmed(input, difference ?? 'has been deleted');
  }
  return scale;
}

async function patchConfirmed(context: ConfirmedContext): Promise<Scale> {
  const { input, connection, writer, signal, confirmed } = context;
  try {
    const { object } = await writer.patch<Scale>(
      scalePath(input),
      patchOf(confirmed, input.replicas),
      { type: 'json', signal },
    );
    return object;
  } catch (error) {
    // A failed test of a JSON patch is a 422 that does not say which one: read to find out, and never try again.
    if (!isRefusal(error)) {
      throw error;
    }
    const scale = await readScale(connection, input, signal);
    const difference = differenceFrom(scale, confirmed);
    if (difference) {
      throw notAsConfirmed(input, difference);
    }
    if (error.status === 409 && scale) {
      throw notAsConfirmed(input, `was changed at the same time${now(scale)}`);
    }
    throw error;
  }
}

function isRefusal(error: unknown): error is ClusterRequestError {
  return (
    error instanceof ClusterRequestError &&
    [404, 409, 422].includes(error.status ?? 0)
  );
}

// `add` sets the number whether or not the server left a 0 out.
function patchOf(confirmed: ConfirmedTarget, replicas: number) {
  return [
    { op: 'test', path: '/metadata/uid', value: confirmed.uid },
    ...(confirmed.resourceVersion === undefined
      ? []
      : [
          {
            op: 'test',
            path: '/metadata/resourceVersion',
            value: confirmed.resourceVersion,
          },
        ]),
    { op: 'add', path: '/spec/replicas', value: replicas },
  ];
}

async function readScale(
  connection: ClusterConnection,
  input: ScaleInput,
  signal: AbortSignal,
): Promise<Scale | undefined> {
  try {
    return await connection.get<Scale>(scalePath(input), { signal });
  } catch (error) {
    if (error instanceof ClusterRequestError && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}

function differenceFrom(
  scale: Scale | undefined,
  confirmed: ConfirmedTarget,
): string | undefined {
  if (!scale) {
    return 'has been deleted';
  }
  const { uid, resourceVersion } = scale.metadata;
  if (uid !== confirmed.uid) {
    return `has been deleted and created anew${now(scale)}`;
  }
  if (
    confirmed.resourceVersion !== undefined &&
    resourceVersion !== confirmed.resourceVersion
  ) {
    return `has changed${now(scale)}`;
  }
  return undefined;
}

function now(scale: Scale): string {
  return `; it now wants ${countOf(wantedReplicas(scale))}`;
}

function notAsConfirmed(
  { kind, name }: ScaleInput,
  difference: string,
): ConflictError {
  return new ConflictError(
    `Nothing was changed: since it was previewed, ${kind} ${name} ${difference}. Preview it again.`,
  );
}

function changesOf(before: number, after: number): ActionPreview['changes'] {
  return before === after ? [] : [{ path: 'spec.replicas', before, after }];
}

function sentenceOf(
  verb: string,
  { kind, name }: ScaleInput,
  before: number,
  after: number,
): string {
  return `${verb} ${kind} ${name} from ${before} to ${countOf(after)}`;
}

function countOf(replicas: number): string {
  return replicas === 1 ? '1 replica' : `${replicas} replicas`;
}
