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
import { FleetCardSlot } from '@quarterdeck/backstage-plugin-fleet-react';
import { CSSProperties, useEffect, useState } from 'react';
import { fleetTranslationRef } from '../../translation';
import styles from './CataloguePreview.module.css';
import { CatalogueEntry } from './catalogueGroups';

/** Arrows that are held down pass over cards without asking for their data. */
const REST_MS = 120;

/** The newest value that has stayed for a moment; the first one at once. */
function useAtRest<T>(value: T): T {
  const [atRest, setAtRest] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setAtRest(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return atRest;
}

/** A card with its data, as large as it would be on the dashboard. */
export function CataloguePreview(props: { entry: CatalogueEntry | undefined }) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const entry = useAtRest(props.entry);
  return (
    <section className={styles.preview} aria-label={t('catalogue.preview')}>
      {entry ? (
        <>
          <p className={styles.caption}>
            {t('catalogue.size', {
              width: String(entry.card.size.width),
              height: String(entry.card.size.height),
            })}
          </p>
          <div
            className={styles.card}
            style={
              {
                '--card-width': entry.card.size.width,
                '--card-height': entry.card.size.height,
              } as CSSProperties
            }
          >
            <FleetCardSlot key={entry.card.id} card={entry.card} />
          </div>
          <p className={styles.id}>{entry.card.id}</p>
        </>
      ) : (
        <p className={styles.caption}>{t('catalogue.previewNone')}</p>
      )}
    </section>
  );
}
