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

import { NodeStanding } from '@quarterdeck/backstage-plugin-fleet-common';
import { StatusTone } from '@quarterdeck/backstage-plugin-fleet-react';
import tones from '../tones.module.css';
import styles from './NodeMap.module.css';

/** A square as the map draws it, for the legend. */
export function SquareMark(props: {
  standing: NodeStanding;
  tone: StatusTone;
}) {
  return (
    <span
      className={`${styles.mark} ${styles.square} ${tones.tone}`}
      data-standing={props.standing}
      data-tone={props.tone}
    />
  );
}
