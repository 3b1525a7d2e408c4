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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FleetTable,
  FleetTableColumn,
  ObjectName,
  Quantity,
  StatusChip,
  StatusTone,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { z } from 'zod';
import { fleetTranslationRef } from '../../translation';
import {
  PodContainer,
  podContainers,
  podManifestSchema,
} from '../manifest/podManifest';
import { Translate } from '../tables/placeColumns';
import styles from './pages.module.css';
import { Panel } from './Panel';

/** Kubernetes' waiting reasons of a container that is only on its way. */
const ON_ITS_WAY = new Set(['ContainerCreating', 'PodInitializing']);

function stateOf(
  { status }: PodContainer,
  t: Translate,
): { tone: StatusTone; word: string; title?: string } {
  const { running, waiting, terminated } = status?.state ?? {};
  if (running) {
    return {
      tone: status?.ready === false ? 'progress' : 'healthy',
      word: t('pod.running'),
    };
  }
  if (waiting) {
    const { reason, message } = waiting;
    return {
      tone: reason && !ON_ITS_WAY.has(reason) ? 'error' : 'progress',
      word: reason ?? t('pod.waiting'),
      title: message,
    };
  }
  if (terminated) {
    const { reason, exitCode, message } = terminated;
    return {
      tone: exitCode === 0 ? 'healthy' : 'error',
      word: reason ?? t('pod.terminated'),
      title: [
        exitCode !== undefined && t('pod.exitCode', { code: String(exitCode) }),
        message,
      ]
        .filter(Boolean)
        .join(': '),
    };
  }
  return { tone: 'unknown', word: t('object.unknown') };
}

function lastEnd({ status }: PodContainer, t: Translate): string | undefined {
  const ended = status?.lastState?.terminated;
  if (!ended) return undefined;
  const { reason, exitCode } = ended;
  const words = [
    reason,
    exitCode !== undefined && t('pod.exitCode', { code: String(exitCode) }),
  ].filter(Boolean);
  return t('pod.lastEnd', { reason: words.join(', ') });
}

function amounts(of: Record<string, string> | undefined): string {
  return (
    Object.entries(of ?? {})
      .map(([resource, amount]) => `${resource} ${amount}`)
      .join(', ') || '–'
  );
}

function containerColumns(t: Translate): FleetTableColumn<PodContainer>[] {
  return [
    {
      id: 'state',
      header: t('pod.state'),
      width: '150px',
      render: row => <StatusChip {...stateOf(row, t)} />,
    },
    {
      id: 'container',
      header: t('pod.container'),
      render: row => (
        <span className={styles.owner}>
          <ObjectName name={row.name} />
          {row.role !== 'container' && (
            <span className={styles.muted}>{t(`pod.${row.role}`)}</span>
          )}
        </span>
      ),
    },
    {
      id: 'image',
      header: t('pod.image'),
      width: '34%',
      render: row => (row.image ? <ObjectName name={row.image} /> : '–'),
    },
    {
      id: 'requests',
      header: t('pod.requests'),
      width: '18%',
      shownFrom: 'medium',
      render: row => {
        const text = amounts(row.resources?.requests);
        return <span title={text}>{text}</span>;
      },
    },
    {
      id: 'limits',
      header: t('pod.limits'),
      width: '18%',
      shownFrom: 'wide',
      render: row => {
        const text = amounts(row.resources?.limits);
        return <span title={text}>{text}</span>;
      },
    },
    {
      id: 'restarts',
      header: t('column.restarts'),
      width: '76px',
      align: 'end',
      render: row => (
        <span title={lastEnd(row, t)}>
          <Quantity value={row.status?.restartCount} />
        </span>
      ),
    },
  ];
}

/** The containers of a pod, each with how it is doing. */
export function Containers(props: { pod: z.infer<typeof podManifestSchema> }) {
  const { pod } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const columns = useMemo(() => containerColumns(t), [t]);
  const rows = useMemo(() => podContainers(pod), [pod]);
  return (
    <Panel title={t('pod.containers')} wide flush>
      <FleetTable
        label={t('pod.containers')}
        columns={columns}
        rows={rows}
        rowKey={row => `${row.role} ${row.name}`}
      />
    </Panel>
  );
}
