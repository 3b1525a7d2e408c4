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

import { quantityValue } from '../../world/quantity';
import type { Cells } from './Cells';

/** Name, CPU, memory and the time over which they were measured. */
export const metricsCells: Cells = ({
  metadata,
  usage,
  containers = [],
  window,
}) => {
  const parts: any[] = usage
    ? [usage]
    : containers.map((each: any) => each.usage);
  const total = (name: string) =>
    parts.reduce((sum, each) => sum + quantityValue(each[name]), 0);
  return [
    metadata.name,
    `${Math.round(total('cpu') * 1e9)}n`,
    `${Math.round(total('memory') / 1_024)}Ki`,
    window,
  ];
};
