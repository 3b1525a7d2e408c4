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

import { PlatformMark } from '../identity/PlatformMark';
import { useClusterIdentity } from '../identity/useClusterIdentity';
import styles from './ClusterName.module.css';
import { ObjectName } from './ObjectName';

/**
 * Properties of {@link ClusterName}.
 *
 * @public
 */
export interface ClusterNameProps {
  name: string;
  /** What people call it; what the fleet knows when left out. */
  title?: string;
  /** What the fleet knows when left out. */
  region?: string;
  /** Stage such as `production`; what the fleet knows when left out. */
  environment?: string;
  /** Leaves out region and environment. */
  brief?: boolean;
}

/**
 * A cluster, shown the same everywhere: the mark of its platform, its name, and where there is room its region and environment.
 *
 * @public
 */
export function ClusterName(props: ClusterNameProps) {
  const { name, brief } = props;
  const identity = useClusterIdentity(name);
  const { title = identity?.title ?? name } = props;
  const { region = identity?.facts.region?.value } = props;
  const { environment = identity?.facts.environment?.value } = props;
  return (
    <span className={styles.cluster}>
      <PlatformMark facts={identity?.facts} />
      <ObjectName name={title} />
      {!brief && region && <span className={styles.tag}>{region}</span>}
      {!brief && environment && (
        <span className={styles.tag}>{environment}</span>
      )}
    </span>
  );
}
