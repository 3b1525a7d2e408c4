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

import { useEffect, useState } from 'react';
import styles from './CardSkeleton.module.css';

const DELAY_MS = 150;
const widths = ['72%', '54%', '88%', '63%', '79%', '48%', '84%', '58%'];

/** Rows in the shape of a table, after a moment, so that what loads at once does not flicker. @public */
export function CardSkeleton() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), DELAY_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return undefined;
  return (
    <div aria-hidden className={styles.skeleton} data-testid="card-skeleton">
      {widths.map(width => (
        <div key={width} className={styles.row}>
          <span className={styles.chip} />
          <span className={styles.line} style={{ maxWidth: width }} />
        </div>
      ))}
    </div>
  );
}
