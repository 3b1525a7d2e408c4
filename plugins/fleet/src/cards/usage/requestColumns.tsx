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

import { TranslationFunction } from '@backstage/frontend-plugin-api';
import { RequestRow } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterLink,
  FleetTableColumn,
  ObjectLink,
  Quantity,
  StatusChip,
  StatusTone,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { Meter } from '../Meter';
import {
  formatRequest,
  RequestGap,
  RequestResource,
  RequestVerdict,
} from './requestGap';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

/** A row with what was found about it. */
export type RequestTableRow = RequestRow & RequestGap;

const tones: Readonly<Record<RequestVerdict, StatusTone>> = {
  short: 'warning',
  over: 'progress',
  fits: 'healthy',
  unknown: 'unknown',
};

function subjectColumns(
  t: Translate,
  by: 'namespace' | 'cluster',
): FleetTableColumn<RequestTableRow>[] {
  const cluster: FleetTableColumn<RequestTableRow> = {
    id: 'cluster',
    header: t('column.cluster'),
    render: row => <ClusterLink name={row.cluster} brief />,
  };
  if (by === 'cluster') return [cluster];
  return [
    {
      id: 'namespace',
      header: t('column.namespace'),
      render: ({ cluster: name, namespace = '' }) => (
        <ObjectLink
          address={{
            cluster: name,
            resource: 'namespaces',
            name: namespace,
          }}
        />
      ),
    },
    { ...cluster, width: '18%', shownFrom: 'medium' },
  ];
}

/** Columns of what is asked for and used; the bars are drawn against the largest amount. */
export function requestColumns(
  t: Translate,
  options: {
    by: 'namespace' | 'cluster';
    resource: RequestResource;
    most: number;
  },
): FleetTableColumn<RequestTableRow>[] {
  const { by, resource, most } = options;
  const format = formatRequest[resource];
  return [
    {
      id: 'verdict',
      header: t('requests.verdict'),
      width: '116px',
      render: ({ verdict, gap }) => (
        <StatusChip
          tone={tones[verdict]}
          word={t(`requests.${verdict}`)}
          title={
            gap === undefined
              ? t('requests.unknownHint')
              : t(gap < 0 ? 'requests.gapShort' : 'requests.gapOver', {
                  amount: format(Math.abs(gap)),
                })
          }
        />
      ),
    },
    ...subjectColumns(t, by),
    {
      id: 'bar',
      header: t(`measure.${resource}`),
      width: '18%',
      shownFrom: 'medium',
      render: ({ requested, used }) =>
        requested === undefined ? (
          '–'
        ) : (
          <Meter
            label={t('requests.bar', {
              used: format(used),
              requested: format(requested),
            })}
            share={most > 0 ? requested / most : 0}
            inner={used === undefined || most === 0 ? undefined : used / most}
          />
        ),
    },
    {
      id: 'requested',
      header: t('measure.requested'),
      width: '80px',
      align: 'end',
      render: row => format(row.requested),
    },
    {
      id: 'used',
      header: t('measure.used'),
      width: '68px',
      align: 'end',
      render: row => format(row.used),
    },
    {
      id: 'pods',
      header: t('column.pods'),
      width: '60px',
      align: 'end',
      shownFrom: 'wide',
      render: row => <Quantity value={row.pods} />,
    },
  ];
}
