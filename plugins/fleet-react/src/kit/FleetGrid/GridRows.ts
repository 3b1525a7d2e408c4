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

import { ViewState } from '../../client/ViewState';

/**
 * The rows behind a {@link FleetGrid}, of which only those near the screen are held.
 *
 * @public
 */
export interface GridRows<
  TRow extends object = object,
  TSummary extends object = object,
> {
  /** Rows that match. */
  total: number;
  /** State, summary and coverage of the view; its `rows` are those of the part that is looked at. */
  view: ViewState<TRow, TSummary>;
  /** Another text means another question, whose answer is read from its top. */
  subject: string;
  /** Undefined while the row has not arrived. */
  rowAt(index: number): TRow | undefined;
  /** Where a row stands now; undefined when it is not among those held. */
  indexOf(key: string): number | undefined;
  /** Tells which rows are on screen. */
  show(first: number, last: number): void;
}
