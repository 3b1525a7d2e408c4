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

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { FleetScope } from '../../scope/FleetScope';
import { FleetTable } from './FleetTable';
import { FleetTableColumn } from './FleetTableColumn';

const column = (id: string): FleetTableColumn<{ id: string }> => ({
  id,
  header: id,
  render: () => id,
});

const heads = () =>
  screen.getAllByRole('columnheader').map(head => head.textContent);

function table(columns: string[], clusters?: string[]) {
  return renderInTestApp(
    <FleetScope clusters={clusters}>
      <FleetTable
        label="Pods"
        columns={columns.map(column)}
        rows={[{ id: 'a' }]}
        rowKey={row => row.id}
      />
    </FleetScope>,
  );
}

describe('the column of the cluster', () => {
  it.each([
    ['the whole fleet', ['pod', 'cluster'], undefined, ['pod', 'cluster']],
    ['two clusters', ['pod', 'cluster'], ['a', 'b'], ['pod', 'cluster']],
    ['one cluster', ['pod', 'cluster', 'age'], ['a'], ['pod', 'age']],
    [
      'one cluster, which names the rows',
      ['cluster', 'age'],
      ['a'],
      ['cluster', 'age'],
    ],
  ])('on a page about %s', async (_, columns, clusters, expected) => {
    await table(columns, clusters);
    expect(heads()).toEqual(expected);
  });
});
