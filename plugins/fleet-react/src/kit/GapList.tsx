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

import { useTimeOf } from '../hooks/useNow';
import { CoverageGap } from './coverageGaps';
import { useCoverageText } from './useCoverageText';

/** What is missing, a line each. With many clusters these are many words: to be drawn when somebody asks for them. */
export function GapList(props: {
  gaps: readonly CoverageGap[];
  /** Milliseconds that the browser's clock is ahead of the backend's. */
  clockOffset: number;
}) {
  const { gaps, clockOffset } = props;
  const describe = useCoverageText();
  const text = useTimeOf(now =>
    gaps.map(gap => describe(gap, now - clockOffset)).join('\n'),
  );
  return <>{text}</>;
}
