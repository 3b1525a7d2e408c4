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
  clustersHealthView,
  deploymentsView,
  eventsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { listPath } from './listPath';

const scope = { clusters: ['eu', 'us'], namespaces: ['shop'] };

describe('the list of a figure', () => {
  it('is the whole list where the dashboard is not narrowed', () => {
    expect(listPath('pods', clustersHealthView, undefined, {})).toBe('pods');
    expect(listPath('clusters?state=healthy', clustersHealthView, {}, {})).toBe(
      'clusters?state=healthy',
    );
  });

  it('leaves out the clusters and namespaces that the figure leaves out', () => {
    expect(listPath('pods?status=error', clustersHealthView, scope, {})).toBe(
      'pods?status=error&clusters=eu%2Cus&namespaces=shop',
    );
  });

  it('is narrowed by words, status and time only where the figure is', () => {
    const filters = {
      text: 'cart',
      statuses: ['error', 'healthy'] as const,
      range: '15m' as const,
    };

    expect(listPath('pods', clustersHealthView, scope, filters)).toBe(
      'pods?clusters=eu%2Cus&namespaces=shop',
    );
    expect(listPath('workloads', deploymentsView, undefined, filters)).toBe(
      'workloads?search=cart&status=error%2Chealthy',
    );
    expect(listPath('events?type=Warning', eventsView, scope, filters)).toBe(
      'events?type=Warning&clusters=eu%2Cus&namespaces=shop&search=cart&range=15m',
    );
  });

  it('has the statuses that both the figure and the dashboard ask for', () => {
    const list = (...statuses: ('error' | 'healthy')[]) =>
      listPath('workloads?status=error,warning', deploymentsView, undefined, {
        statuses,
      });

    expect(list('error', 'healthy')).toBe('workloads?status=error');
    expect(list('healthy')).toBeUndefined();
  });
});
