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
import { LiveObject } from '@quarterdeck/backstage-plugin-fleet-common';
import { ObjectLink } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import styles from './pages.module.css';

/** The controllers and other owners of an object, as links where the cluster serves their kind. */
export function Owners(props: { object: LiveObject | undefined }) {
  const { object } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  if (!object) return <>–</>;
  if (object.owners.length === 0) {
    return <span className={styles.muted}>{t('object.none')}</span>;
  }
  return (
    <>
      {object.owners.map(({ kind, name, address }) => (
        <div key={`${kind}/${name}`} className={styles.owner}>
          <span className={styles.muted}>{kind}</span>
          {address ? <ObjectLink address={address} /> : name}
        </div>
      ))}
    </>
  );
}
