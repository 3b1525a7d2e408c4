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
import {
  Coverage,
  ViewQuery,
  ViewRef,
} from '@quarterdeck/backstage-plugin-fleet-common';

/**
 * How a view is being kept up to date: by the live stream, by asking again every ten seconds, or not at all because the backend
 * does not answer; then the rows are the last known.
 *
 * @public
 */
export type ViewTransport = 'stream' | 'poll' | 'offline';

/**
 * The question that a view answers, with its defaults written out.
 *
 * @public
 */
export interface ViewSource {
  readonly view: ViewRef<any, any, any>;
  readonly query: ViewQuery;
}

/**
 * What is known of a view now. The object stays the same until something in it changes, and so do rows that did not change.
 *
 * @public
 */
export interface ViewState<
  TRow extends object = object,
  TSummary extends object = object,
> {
  /** `denied` when the viewer may not read the view (rows are empty then); `error` when it cannot be served (rows are the last known). */
  status: 'loading' | 'ready' | 'denied' | 'error';
  rows: TRow[];
  /** Rows that match, of which `rows` are the window that was asked for. */
  total: number;
  summary?: TSummary;
  coverage?: Coverage;
  error?: Error;
  /** Epoch milliseconds by the browser's clock: the data is at least as new as this. Absent when no cluster has answered. */
  asOf?: number;
  transport: ViewTransport;
  /** The view was asked for anew and the answer has not come yet. */
  refreshing: boolean;
  refresh(): void;
  /** What was asked, so that more of it can be; absent where a state was made by hand. */
  source?: ViewSource;
}
