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

import { ReactNode } from 'react';

/**
 * One column of a {@link FleetTable}.
 *
 * @public
 */
export interface FleetTableColumn<TRow> {
  id: string;
  /** Already translated. */
  header: string;
  render: (row: TRow) => ReactNode;
  /** What a search within the card finds, where it is more than the row's own texts and what `render` returns as text. */
  text?: (row: TRow) => string | undefined;
  /** Numbers stand at the end. */
  align?: 'start' | 'end';
  /** Any CSS width. Columns without one share what is left. */
  width?: string;
  /** Name of the view's sort that this column stands for. */
  sort?: string;
  /** First click sorts the largest first. */
  descendingFirst?: boolean;
  /** In how narrow a card it still shows; everywhere when left out. */
  shownFrom?: 'medium' | 'wide';
}
