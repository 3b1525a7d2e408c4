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
  ActionPreview,
  scaleWorkloadAction,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterConnection,
  ClusterRequestError,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { z } from 'zod';
import { controllerOf, findAutoscalers, Workload } from './workloads';

type Warning = ActionPreview['warnings'][number];

/** What a person should know before scaling a workload. */
export async function scaleWarnings(options: {
  input: z.output<typeof scaleWorkloadAction.input>;
  workload: Workload;
  before: number;
  serverWarnings: readonly string[];
  connection: ClusterConnection;
  signal: AbortSignal;
}): Promise<Warning[]> {
  const { input, workload, before, serverWarnings } = options;
  const warnings: Warning[] = [];
  if (input.replicas === before) {
    warnings.push({
      severity: 'info',
      message: `${input.kind} ${input.name} wants this number already; nothing would change.`,
    });
  } else if (input.replicas === 0) {
    warnings.push({
      severity: 'warning',
      message: `All pods of ${input.kind} ${input.name} will be stopped.`,
    });
  }
  const controller = controllerOf(workload);
  if (controller) {
    warnings.push({
      severity: 'warning',
      message: `${controller.kind} ${controller.name} controls this ${input.kind} and may set its number back. Scale the ${controller.kind} instead.`,
    });
  }
  warnings.push(...(await autoscalerWarnings(options)));
  warnings.push(
    ...serverWarnings.map(message => ({
      severity: 'warning' as const,
      message,
    })),
  );
  return warnings;
}

async function autoscalerWarnings({
  input,
  connection,
  signal,
}: Parameters<typeof scaleWarnings>[0]): Promise<Warning[]> {
  try {
    const autoscalers = await findAutoscalers(connection, input, signal);
    return autoscalers.map(({ name, min, max }) => ({
      severity: 'warning',
      message:
        input.replicas === 0
          ? `HorizontalPodAutoscaler ${name} stops working while 0 replicas are wanted.`
          : `HorizontalPodAutoscaler ${name} keeps the number between ${min} and ${max} and may change it again.`,
    }));
  } catch (error) {
    if (!(error instanceof ClusterRequestError)) {
      throw error;
    }
    return [
      {
        severity: 'info',
        message: `Could not check for autoscalers: ${error.message}`,
      },
    ];
  }
}
