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
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  podsView,
  workloadsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetScope,
  Quantity,
  statusShapes,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../translation';
import styles from './entity.module.css';
import { EntityWorkloads, entityWorkloads } from './entityWorkloads';
import { useEntityScope } from './useEntityScope';

function Summary(props: { workloads: EntityWorkloads }) {
  const { selector } = props.workloads;
  const { t } = useTranslationRef(fleetTranslationRef);
  const view = useView(workloadsView, { selector }, { window: { limit: 100 } });
  const pods = useView(podsView, { selector }, { window: { limit: 0 } });
  const clusters = new Set(view.rows.map(({ cluster }) => cluster)).size;
  return (
    <ViewCard
      view={view}
      title={t('entity.summary')}
      hideCount
      empty={{
        title: t('entity.noWorkloads'),
        text: t('entity.noWorkloadsText', { selector }),
      }}
    >
      {({ total, summary }) => (
        <dl className={styles.figures}>
          <Figure name={t('entity.workloads')} value={total} />
          <Figure
            name={t('entity.pods')}
            value={pods.status === 'ready' ? pods.total : undefined}
          />
          {total <= view.rows.length && (
            <Figure name={t('entity.clusters')} value={clusters} />
          )}
          <Figure
            name={t('entity.errors')}
            value={summary?.errors}
            tone="error"
          />
          <Figure
            name={t('entity.warnings')}
            value={summary?.warnings}
            tone="warning"
          />
        </dl>
      )}
    </ViewCard>
  );
}

function Figure(props: {
  name: string;
  value: number | undefined;
  tone?: 'error' | 'warning';
}) {
  const { name, value, tone } = props;
  return (
    <div className={styles.figure} data-tone={value ? tone : undefined}>
      <dt>{name}</dt>
      <dd>
        {tone && value ? (
          <span aria-hidden className={styles.shape}>
            {statusShapes[tone]}
          </span>
        ) : undefined}
        <Quantity value={value} />
      </dd>
    </div>
  );
}

/** Card on the overview of a component: how its workloads are. */
export function EntityWorkloadsSummary() {
  const { entity } = useEntity();
  const workloads = useMemo(() => entityWorkloads(entity), [entity]);
  const { ready, clusters, namespaces, error } = useEntityScope(
    entity,
    workloads,
  );
  // The entity's tab says what is the matter.
  if (!workloads || workloads.wrong || error) return null;
  if (!ready || clusters?.length === 0) return null;
  return (
    <FleetScope clusters={clusters} namespaces={namespaces}>
      <div className={styles.surface}>
        <Summary workloads={workloads} />
      </div>
    </FleetScope>
  );
}
