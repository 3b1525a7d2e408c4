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

import { RiServerLine } from '@remixicon/react';
import styles from './ClusterName.module.css';
import { ObjectName } from './ObjectName';

/**
 * Properties of {@link ClusterName}.
 *
 * @public
 */
export interface ClusterNameProps {
  name: string;
  /** What people call it; the name when left out. */
  title?: string;
  /** Region, from its labels. */
  region?: string;
  /** Stage such as `production`, from its labels. */
  environment?: string;
}

/**
 * A cluster, shown the same everywhere.
 *
 * @public
 */
export function ClusterName(props: ClusterNameProps) {
  const { name, title, region, environment } = props;
  return (
    <span className={styles.cluster}>
      <RiServerLine aria-hidden size={14} className={styles.icon} />
      <ObjectName name={title ?? name} />
      {region && <span className={styles.tag}>{region}</span>}
      {environment && <span className={styles.tag}>{environment}</span>}
    </span>
  );
}
