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

import { healthyCluster, lostCluster } from '../../__testUtils__/fleetFixture';
import { chooseClusters } from './chooseClusters';
import {
  ComparedCluster,
  comparisonFigures,
  differs,
  largest,
} from './comparisonFigures';

const figure = (id: string) => comparisonFigures.find(it => it.id === id)!;

const cluster = (
  health: object | undefined,
  capacity?: object,
): ComparedCluster =>
  ({
    name: 'c',
    health: health && { ...healthyCluster, ...health },
    capacity,
  }) as ComparedCluster;

describe('figures of a comparison', () => {
  it.each([
    ['version', [{ version: 'v1.33.1' }, { version: 'v1.34.0' }], true],
    ['version', [{ version: 'v1.33.1' }, { version: 'v1.33.1' }], false],
    ['version', [{ version: 'v1.33.1' }, { version: undefined }], false],
    ['pods', [{ pods: 12_341 }, { pods: 12_342 }], false],
    ['pods', [{ pods: 1 }, { pods: 0 }], true],
    ['nodesNotReady', [{ nodes: 3, nodesReady: 2 }, {}], true],
    ['region', [undefined, {}], false],
  ])('%s of %j differ: %p', (id, clusters, expected) => {
    expect(
      differs(
        figure(id),
        clusters.map(it => cluster(it)),
      ),
    ).toBe(expected);
  });

  it('takes requests as a share of what is offered, and none of it as not known', () => {
    const offered = { cpuAllocatable: 8, memoryAllocatable: 0 };
    const known = cluster({}, { ...offered, cpuRequested: 2 });
    expect(figure('cpuRequested').value(known)).toBe(0.25);
    expect(figure('cpuRequested').detail?.(known)).toBe('2 / 8');
    expect(figure('cpuUsed').value(known)).toBeUndefined();
    expect(figure('memoryRequested').value(known)).toBeUndefined();
  });

  it('draws amounts against the largest that is known', () => {
    const three = [{ pods: 3 }, { pods: undefined }, { pods: 7 }];
    const clusters = three.map(it => cluster(it));
    expect(largest(figure('pods'), clusters)).toBe(7);
    expect(largest(figure('podErrors'), clusters)).toBeUndefined();
  });
});

describe('chooseClusters', () => {
  const rows = [healthyCluster, lostCluster];

  it('takes the chosen ones in their order, and keeps those that are not there', () => {
    expect(
      chooseClusters(rows, ['gone', 'eu-west'], 4).map(it => [
        it.name,
        it.row?.state,
      ]),
    ).toEqual([
      ['gone', undefined],
      ['eu-west', 'healthy'],
    ]);
  });

  it('begins with troubled ones where none was chosen', () => {
    expect(chooseClusters(rows, [], 1).map(it => it.name)).toEqual(['us-east']);
  });
});
