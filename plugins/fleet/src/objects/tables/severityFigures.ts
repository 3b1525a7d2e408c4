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

import { formatCount } from '@quarterdeck/backstage-plugin-fleet-common';
import { Figure } from './Figures';
import { Translate } from './placeColumns';

/** The counts of a summary by severity. */
export function severityFigures(
  t: Translate,
  summary: { errors: number; warnings: number; progress: number } | undefined,
): Figure[] {
  const { errors, warnings, progress } = summary ?? {};
  return [
    {
      id: 'errors',
      tone: 'error',
      count: errors,
      text: t('table.errors', { amount: formatCount(errors) }),
    },
    {
      id: 'warnings',
      tone: 'warning',
      count: warnings,
      text: t('table.warnings', { amount: formatCount(warnings) }),
    },
    {
      id: 'progress',
      tone: 'progress',
      count: progress,
      text: t('table.progress', { amount: formatCount(progress) }),
    },
  ];
}
