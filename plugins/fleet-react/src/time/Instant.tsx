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
import { useNow } from '../hooks/useNow';
import { useTimeFormat } from './useTimeFormat';

/**
 * Properties of {@link Instant}.
 *
 * @public
 */
export interface InstantProps {
  /** Epoch milliseconds; absent when it is not known. */
  at: number | undefined;
}

/**
 * A point in time in full, with how long ago it was when pointed at.
 *
 * @public
 */
export function Instant(props: InstantProps) {
  const { at } = props;
  const format = useTimeFormat();
  const now = useNow(30_000);
  if (at === undefined) return <>–</>;
  return (
    <time dateTime={new Date(at).toISOString()} title={formatAge(now - at)}>
      {format.instant(at)}
    </time>
  );
}
