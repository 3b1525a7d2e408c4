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

import { ReactNode, useId } from 'react';
import styles from './pages.module.css';

/** A part of an overview with a heading of its own. */
export function Panel(props: {
  title: string;
  /** Takes the whole width. */
  wide?: boolean;
  /** Content from edge to edge, such as a table. */
  flush?: boolean;
  children: ReactNode;
}) {
  const { title, wide, flush, children } = props;
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={styles.panel}
      data-wide={wide || undefined}
    >
      <h2 id={id} className={styles.panelTitle}>
        {title}
      </h2>
      <div className={flush ? undefined : styles.panelBody}>{children}</div>
    </section>
  );
}

/** Names and values, one beside the other. What is absent is left out. */
export function Facts(props: {
  facts: readonly ({ label: string; value: ReactNode } | false | undefined)[];
}) {
  return (
    <dl className={styles.facts}>
      {props.facts.map(
        fact =>
          fact && (
            <div key={fact.label} className={styles.fact}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
