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

import { statusShapes } from '@quarterdeck/backstage-plugin-fleet-react';
import { Meter } from '../Meter';
import tones from '../tones.module.css';
import styles from './ComparisonTable.module.css';
import { ComparedCluster, ComparisonFigure } from './comparisonFigures';

/** One figure of one cluster. */
export function ComparisonCell(props: {
  figure: ComparisonFigure;
  cluster: ComparedCluster;
  /** The largest amount of all clusters. */
  most: number | undefined;
  /** What the figure is called. */
  label: string;
  /** Writes a text as people call it. */
  word: (text: string) => string;
}) {
  const { figure, cluster, most, label, word } = props;
  const value = figure.value(cluster);
  if (value === undefined) return <>–</>;
  if (typeof value === 'string') {
    return (
      <span className={styles.text} title={word(value)}>
        {word(value)}
      </span>
    );
  }
  const text = figure.format(value);
  const tone = figure.tone && value > 0 ? figure.tone : undefined;
  return (
    <span className={styles.cell} title={figure.detail?.(cluster)}>
      <span className={styles.number}>
        {tone && (
          <span
            aria-hidden
            className={`${styles.shape} ${tones.tone}`}
            data-tone={tone}
          >
            {statusShapes[tone]}
          </span>
        )}
        {text}
      </span>
      {figure.kind === 'share' ? (
        <Meter
          label={`${label}: ${text} (${figure.detail?.(cluster)})`}
          share={value}
        />
      ) : (
        most !== undefined && (
          <span aria-hidden className={styles.track}>
            <span
              className={`${styles.amount} ${tones.tone}`}
              data-tone={tone}
              style={{ inlineSize: `${(value / most) * 100}%` }}
            />
          </span>
        )
      )}
    </span>
  );
}
