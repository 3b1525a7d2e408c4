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
import {
  ClusterVersionsRow,
  formatCount,
  MOST_KUBELET_SKEW,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterLink,
  FleetTableColumn,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import cards from '../cards.module.css';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

/** The version without what its distribution adds. */
function plain(version: string): string {
  return version.split(/[-+]/, 1)[0] || '–';
}

function Kubelets(props: { row: ClusterVersionsRow; t: Translate }) {
  const { kubelets, nodes } = props.row;
  if (nodes === undefined) return <>–</>;
  const lines = kubelets.map(kubelet =>
    props.t('upgrade.kubelet', {
      version: kubelet.version || '–',
      nodes: formatCount(kubelet.nodes),
    }),
  );
  return (
    <span title={lines.join('\n')}>
      {kubelets.slice(0, 3).map((kubelet, index) => (
        <span key={kubelet.version}>
          {index > 0 && ', '}
          {plain(kubelet.version)}
          <span className={cards.muted}> ×{formatCount(kubelet.nodes)}</span>
        </span>
      ))}
      {kubelets.length > 3 && (
        <span className={cards.muted}> +{kubelets.length - 3}</span>
      )}
    </span>
  );
}

function Skew(props: { row: ClusterVersionsRow; t: Translate }) {
  const { t } = props;
  const { skew, outside } = props.row;
  if (skew === undefined) {
    return <StatusChip tone="unknown" word={t('upgrade.unknown')} />;
  }
  if (outside) {
    const nodes = formatCount(outside);
    return (
      <StatusChip
        tone="error"
        word={t(skew < 0 ? 'upgrade.newer' : 'upgrade.unsupported')}
        title={t('upgrade.outside', { nodes })}
      />
    );
  }
  if (skew === 0) {
    return <StatusChip tone="healthy" word={t('upgrade.same')} />;
  }
  return (
    <StatusChip
      tone={skew >= MOST_KUBELET_SKEW ? 'warning' : 'healthy'}
      word={t('upgrade.behind', { minors: String(skew) })}
      title={skew >= MOST_KUBELET_SKEW ? t('upgrade.atTheLimit') : undefined}
    />
  );
}

/** Columns of the card about versions. */
export function versionColumns(
  t: Translate,
): FleetTableColumn<ClusterVersionsRow>[] {
  return [
    {
      id: 'skew',
      header: t('upgrade.skew'),
      width: '140px',
      render: row => <Skew row={row} t={t} />,
    },
    {
      id: 'cluster',
      header: t('column.cluster'),
      render: row => <ClusterLink name={row.cluster} title={row.title} />,
    },
    {
      id: 'version',
      header: t('upgrade.server'),
      width: '92px',
      render: row =>
        row.version === undefined ? (
          '–'
        ) : (
          <span title={row.version}>{plain(row.version)}</span>
        ),
    },
    {
      id: 'kubelets',
      header: t('upgrade.kubelets'),
      width: '32%',
      shownFrom: 'medium',
      render: row => <Kubelets row={row} t={t} />,
    },
  ];
}
