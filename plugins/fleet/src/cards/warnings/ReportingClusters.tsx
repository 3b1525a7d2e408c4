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
  formatCount,
  WarningCluster,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ClusterLink } from '@quarterdeck/backstage-plugin-fleet-react';
import styles from './ReportingClusters.module.css';

/** As many as fit a column; the others are told when pointed at. */
const MOST_NAMES = 2;

/** The clusters that report a warning. */
export function ReportingClusters(props: {
  clusters: readonly WarningCluster[];
}) {
  const { clusters } = props;
  return (
    <span
      className={styles.clusters}
      title={clusters
        .map(({ cluster, events }) => `${cluster}: ${formatCount(events)}`)
        .join('\n')}
    >
      {clusters.slice(0, MOST_NAMES).map(({ cluster }) => (
        <span key={cluster} className={styles.cluster}>
          <ClusterLink name={cluster} brief />
        </span>
      ))}
      {clusters.length > MOST_NAMES && (
        <span className={styles.more}>+{clusters.length - MOST_NAMES}</span>
      )}
    </span>
  );
}
