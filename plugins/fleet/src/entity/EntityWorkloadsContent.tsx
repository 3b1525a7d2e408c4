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
  CardMessage,
  CardSkeleton,
  FleetScope,
  useTableView,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../translation';
import styles from './entity.module.css';
import { EntityEventsCard } from './EntityEventsCard';
import { EntityPodsCard } from './EntityPodsCard';
import { entityWorkloads } from './entityWorkloads';
import { EntityWorkloadsCard } from './EntityWorkloadsCard';
import { useEntityScope } from './useEntityScope';

/** Most objects that events are asked for; workloads come first. */
const MOST_OBJECTS = 300;

function Found(props: { selector: string }) {
  const { selector } = props;
  const workloads = useView(
    workloadsView,
    { selector },
    { window: { limit: 100 } },
  );
  const { view: pods, window } = useTableView(podsView, { selector });
  const objects = useMemo(
    () =>
      [
        ...workloads.rows.map(({ kind, name }) => ({ kind, name })),
        ...pods.rows.map(({ name }) => ({ kind: 'Pod', name })),
        ...pods.rows
          .filter(({ ownerKind }) => ownerKind === 'ReplicaSet')
          .map(({ owner }) => ({ kind: 'ReplicaSet', name: owner })),
      ]
        .filter(
          ({ kind, name }, index, all) =>
            all.findIndex(it => it.kind === kind && it.name === name) === index,
        )
        .slice(0, MOST_OBJECTS),
    [workloads.rows, pods.rows],
  );
  // Objects of the same name elsewhere belong to others.
  const where = useMemo(() => {
    const rows = [...workloads.rows, ...pods.rows];
    return {
      clusters: [...new Set(rows.map(({ cluster }) => cluster))].sort(),
      namespaces: [...new Set(rows.map(({ namespace }) => namespace))].sort(),
    };
  }, [workloads.rows, pods.rows]);
  return (
    <div className={styles.grid}>
      <div className={styles.wide}>
        <EntityWorkloadsCard selector={selector} />
      </div>
      <EntityPodsCard selector={selector} view={pods} window={window} />
      <FleetScope {...where}>
        <EntityEventsCard objects={objects} />
      </FleetScope>
    </div>
  );
}

/** Tab of a component: its workloads, pods and events over all clusters of the fleet. */
export function EntityWorkloadsContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(fleetTranslationRef);
  const workloads = useMemo(() => entityWorkloads(entity), [entity]);
  const { ready, clusters, limitedBy, namespaces, error } = useEntityScope(
    entity,
    workloads,
  );
  if (!workloads) {
    return (
      <CardMessage
        title={t('entity.missingTitle')}
        text={t('entity.missingText')}
      />
    );
  }
  if (workloads.wrong) {
    const { wrong: annotation, selector } = workloads;
    return (
      <CardMessage
        tone="error"
        title={t('entity.wrongTitle', { annotation })}
        text={t('entity.wrongText', { selector })}
      />
    );
  }
  if (error) {
    return (
      <CardMessage
        tone="error"
        title={t('entity.relationsTitle')}
        text={t('entity.relationsText')}
        details={`${error.name}: ${error.message}`}
      />
    );
  }
  if (!ready) return <CardSkeleton />;
  if (clusters?.length === 0) {
    return (
      <CardMessage
        tone="unknown"
        title={t('entity.noClusterTitle')}
        text={t('entity.noClusterText')}
      />
    );
  }
  return (
    <FleetScope clusters={clusters} namespaces={namespaces}>
      <div className={styles.surface}>
        {clusters && (
          <p className={styles.note}>
            {t(
              limitedBy === 'annotation'
                ? 'entity.limitedByAnnotation'
                : 'entity.limitedByRelations',
              { clusters: clusters.join(', ') },
            )}
          </p>
        )}
        <Found selector={workloads.selector} />
      </div>
    </FleetScope>
  );
}
