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

import { podTemplateDefaults } from './podDefaults';

type Defaults = (object: any) => any;

/** Fills absent fields of the spec, and those of its pod template. */
function specDefaults(defaults: object): Defaults {
  return object => ({
    ...object,
    spec: {
      ...defaults,
      ...object.spec,
      ...(object.spec?.template && {
        template: podTemplateDefaults(object.spec.template),
      }),
    },
  });
}

function rollingUpdate(strategy: any, defaults: object, field: string): any {
  const type = strategy?.type ?? 'RollingUpdate';
  return {
    [field]: {
      ...strategy,
      type,
      ...(type === 'RollingUpdate' && {
        rollingUpdate: { ...defaults, ...strategy?.rollingUpdate },
      }),
    },
  };
}

function withStrategy(
  field: 'strategy' | 'updateStrategy',
  rolling: object,
  rest: object,
): Defaults {
  const fill = specDefaults(rest);
  return object => {
    const filled = fill(object);
    return {
      ...filled,
      spec: {
        ...filled.spec,
        ...rollingUpdate(filled.spec[field], rolling, field),
      },
    };
  };
}

const jobSpec = {
  parallelism: 1,
  backoffLimit: 6,
  completionMode: 'NonIndexed',
  suspend: false,
};

function completions(spec: any): object {
  const single =
    spec?.completions === undefined && spec?.parallelism === undefined;
  return { ...jobSpec, ...(single && { completions: 1 }) };
}

export const workloadDefaults: Record<string, Defaults> = {
  Deployment: withStrategy(
    'strategy',
    { maxUnavailable: '25%', maxSurge: '25%' },
    { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 },
  ),
  ReplicaSet: specDefaults({ replicas: 1 }),
  ReplicationController: specDefaults({ replicas: 1 }),
  StatefulSet: withStrategy(
    'updateStrategy',
    { partition: 0 },
    {
      replicas: 1,
      podManagementPolicy: 'OrderedReady',
      revisionHistoryLimit: 10,
      persistentVolumeClaimRetentionPolicy: {
        whenDeleted: 'Retain',
        whenScaled: 'Retain',
      },
    },
  ),
  DaemonSet: withStrategy(
    'updateStrategy',
    { maxUnavailable: 1, maxSurge: 0 },
    { revisionHistoryLimit: 10 },
  ),
  Job: object => ({
    ...object,
    spec: {
      ...completions(object.spec),
      ...object.spec,
      podReplacementPolicy:
        object.spec?.podReplacementPolicy ?? 'TerminatingOrFailed',
      ...(object.spec?.template && {
        template: podTemplateDefaults(object.spec.template),
      }),
    },
  }),
  CronJob: object => ({
    ...object,
    spec: {
      concurrencyPolicy: 'Allow',
      suspend: false,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
      ...object.spec,
      jobTemplate: {
        ...object.spec?.jobTemplate,
        metadata: object.spec?.jobTemplate?.metadata ?? {},
        spec: {
          ...object.spec?.jobTemplate?.spec,
          template: podTemplateDefaults(
            object.spec?.jobTemplate?.spec?.template,
          ),
        },
      },
    },
  }),
};
