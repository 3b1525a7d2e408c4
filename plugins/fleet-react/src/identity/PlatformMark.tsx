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

import { ClusterFacts } from '@quarterdeck/backstage-plugin-fleet-common';
import { CSSProperties } from 'react';
import '../theme/tokens.css';
import { glyphs } from './glyphs';
import styles from './PlatformMark.module.css';
import { platformLook } from './platforms';
import { useFactWord } from './useFactWord';

/**
 * Properties of {@link PlatformMark}.
 *
 * @public
 */
export interface PlatformMarkProps {
  /** Absent while they are not known. */
  facts?: ClusterFacts;
  size?: 'small' | 'large';
}

/**
 * The sign of the platform that a cluster runs on: a shape and a hue of its own, the same wherever the cluster is shown. Says nothing of
 * its health.
 *
 * @public
 */
export function PlatformMark(props: PlatformMarkProps) {
  const { facts, size = 'small' } = props;
  const word = useFactWord();
  const { glyph, hue } = platformLook(facts);
  const { provider, distribution } = facts ?? {};
  const names = [
    distribution && word('distribution', distribution.value),
    provider && word('provider', provider.value),
  ];
  return (
    <span
      className={styles.mark}
      data-size={size}
      data-hue={hue === undefined ? undefined : ''}
      style={{ '--hue': hue } as CSSProperties}
      title={names.filter(Boolean).join(' · ') || undefined}
    >
      <svg
        aria-hidden
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={glyphs[glyph]} />
      </svg>
    </span>
  );
}
