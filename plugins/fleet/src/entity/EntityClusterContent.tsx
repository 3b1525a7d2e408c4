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

import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { clusterPath } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardGrid,
  CardMessage,
  FleetScope,
  fleetCardsApiRef,
  useFleetPath,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { Link } from 'react-router-dom';
import { fleetTranslationRef } from '../translation';
import styles from './entity.module.css';
import { useEntityCluster } from './useEntityCluster';

/** Tab of a cluster's entity: the fleet's cards for this cluster alone. */
export function EntityClusterContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const { view, row } = useEntityCluster(entity);
  const cards = useApi(fleetCardsApiRef)
    .list()
    .filter(card => !card.hidden);
  if (view.status === 'loading') return null;
  if (!row) {
    return (
      <CardMessage
        tone="unknown"
        title={t('entity.noClusterTitle')}
        text={t('entity.noClusterText')}
      />
    );
  }
  return (
    <FleetScope clusters={[row.cluster]}>
      <p className={styles.note}>
        <Link to={path(clusterPath(row.cluster))}>{t('entity.open')}</Link>
      </p>
      <CardGrid cards={cards} />
    </FleetScope>
  );
}
