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

import { projectObject, recordedRows } from './__testUtils__/projectRows';
import { horizontalPodAutoscalers } from './horizontalPodAutoscalers';

const metadata = { uid: 'u', name: 'h', namespace: 'n' };

const cpu = (amount: object) => ({
  type: 'Resource',
  resource: { name: 'cpu', ...amount },
});

const conditions = (...more: object[]) => [
  { type: 'AbleToScale', status: 'True', reason: 'ReadyForNewScale' },
  { type: 'ScalingActive', status: 'True', reason: 'ValidMetricFound' },
  ...more,
];

describe('autoscalers', () => {
  it('projects the recorded one, whose metrics cannot be read', () => {
    const [row] = recordedRows(horizontalPodAutoscalers);
    expect(row).toEqual({
      uid: 'c4d7e512-aedf-4f65-af27-f948ffe144d0',
      cluster: 'east',
      namespace: 'shop',
      name: 'web',
      status: 'No metrics',
      severity: 'error',
      reason: 'FailedGetResourceMetric',
      message: expect.stringContaining('failed to get cpu utilization'),
      targetKind: 'Deployment',
      targetName: 'web',
      min: 3,
      max: 6,
      current: 3,
      desired: undefined,
      metrics: [{ name: 'cpu', target: '70%' }],
      lastScale: undefined,
      created: Date.parse('2026-11-20T23:56:50Z'),
    });
  });

  const counts = (currentReplicas: number, desiredReplicas: number) => ({
    currentReplicas,
    desiredReplicas,
  });
  it.each<[string, object, string, string | undefined, string | undefined]>([
    ['no status', {}, 'Unknown', undefined, undefined],
    [
      'a target that is not there',
      {
        conditions: [
          { type: 'AbleToScale', status: 'False', reason: 'FailedGetScale' },
        ],
      },
      'Cannot scale',
      'error',
      'FailedGetScale',
    ],
    [
      'a target scaled to zero by hand',
      {
        ...counts(0, 0),
        conditions: [
          { type: 'AbleToScale', status: 'True' },
          { type: 'ScalingActive', status: 'False', reason: 'ScalingDisabled' },
        ],
      },
      'Disabled',
      undefined,
      'ScalingDisabled',
    ],
    [
      'a wish for more than it may have',
      {
        ...counts(5, 5),
        conditions: conditions({
          type: 'ScalingLimited',
          status: 'True',
          reason: 'TooManyReplicas',
        }),
      },
      'At maximum',
      'warning',
      'TooManyReplicas',
    ],
    [
      'as many as it may have',
      { ...counts(5, 5), conditions: conditions() },
      'At maximum',
      'warning',
      undefined,
    ],
    [
      'fewer than it may have, and a wish for fewer still',
      {
        ...counts(2, 2),
        conditions: conditions({
          type: 'ScalingLimited',
          status: 'True',
          reason: 'TooFewReplicas',
        }),
      },
      'In range',
      undefined,
      undefined,
    ],
    [
      'replicas on their way',
      { ...counts(2, 3), conditions: conditions() },
      'Scaling',
      'progress',
      undefined,
    ],
  ])('reads one with %s', (_, status, word, severity, reason) => {
    const row = projectObject(horizontalPodAutoscalers, {
      metadata,
      spec: { minReplicas: 2, maxReplicas: 5 },
      status,
    });
    expect([row.status, row.severity, row.reason]).toEqual([
      word,
      severity,
      reason,
    ]);
  });

  it('does not warn of one that may not move', () => {
    const row = projectObject(horizontalPodAutoscalers, {
      metadata,
      spec: { minReplicas: 3, maxReplicas: 3 },
      status: { ...counts(3, 3), conditions: conditions() },
    });
    expect(row.status).toBe('In range');
  });

  it('does not know how many there are of a target that is not there', () => {
    const row = projectObject(horizontalPodAutoscalers, {
      metadata,
      status: {
        ...counts(0, 0),
        conditions: [
          { type: 'AbleToScale', status: 'False', reason: 'FailedGetScale' },
        ],
      },
    });
    expect([row.current, row.desired]).toEqual([undefined, undefined]);
  });

  it('knows how many are wanted of one that was turned off', () => {
    const row = projectObject(horizontalPodAutoscalers, {
      metadata,
      status: {
        ...counts(0, 0),
        conditions: [
          { type: 'ScalingActive', status: 'False', reason: 'ScalingDisabled' },
        ],
      },
    });
    expect([row.current, row.desired, row.min]).toEqual([0, 0, 1]);
  });

  it('writes metrics of every kind, and leaves out what is not known', () => {
    const row = projectObject(horizontalPodAutoscalers, {
      metadata,
      spec: {
        metrics: [
          cpu({ target: { type: 'Utilization', averageUtilization: 70 } }),
          {
            type: 'Resource',
            resource: { name: 'memory', target: { averageValue: '500Mi' } },
          },
          {
            type: 'Pods',
            pods: { metric: { name: 'rps' }, target: { averageValue: '1k' } },
          },
          {
            type: 'External',
            external: { metric: { name: 'queue' }, target: { value: '30' } },
          },
          {
            type: 'ContainerResource',
            containerResource: {
              name: 'cpu',
              container: 'app',
              target: { averageUtilization: 60 },
            },
          },
          { type: 'Odd' },
        ],
      },
      status: {
        currentMetrics: [
          cpu({ current: { averageUtilization: 85, averageValue: '425m' } }),
          {
            type: 'Resource',
            resource: {
              name: 'memory',
              current: { averageUtilization: 90, averageValue: '450Mi' },
            },
          },
          { type: '' },
          {
            type: 'External',
            external: { metric: { name: 'queue' }, current: { value: '31' } },
          },
        ],
      },
    });
    expect(row.metrics).toEqual([
      { name: 'cpu', current: '85%', target: '70%' },
      { name: 'memory', current: '450Mi', target: '500Mi' },
      { name: 'rps', target: '1k' },
      { name: 'queue', current: '31', target: '30' },
      { name: 'cpu', target: '60%' },
      { name: 'Odd', target: '–' },
    ]);
  });
});
