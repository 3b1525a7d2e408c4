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

import { formatAge } from '@quarterdeck/backstage-plugin-fleet-common';
import { useTimeOf } from '../hooks/useNow';
import { useTimeFormat } from '../time/useTimeFormat';
import { useTimePreference } from '../time/useTimePreference';

/**
 * Properties of {@link Age}.
 *
 * @public
 */
export interface AgeProps {
  /** Epoch milliseconds; absent when it is not known. */
  since: number | undefined;
}

/**
 * How long ago something was, as kubectl writes it, with the exact time when pointed at; or the time itself, where the person prefers it.
 *
 * @public
 */
export function Age(props: AgeProps) {
  const { since } = props;
  const [{ style }] = useTimePreference();
  const format = useTimeFormat();
  const text = useTimeOf(
    now => {
      if (since === undefined) return undefined;
      return style === 'absolute'
        ? format.short(since, now)
        : formatAge(now - since);
    },
    since !== undefined && Date.now() - since > 120_000 ? 30_000 : 1_000,
  );
  if (since === undefined) return <>–</>;
  return (
    <time
      dateTime={new Date(since).toISOString()}
      title={format.instant(since)}
    >
      {text}
    </time>
  );
}
