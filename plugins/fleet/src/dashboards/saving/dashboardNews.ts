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

/** That a dashboard was saved or removed in one tab, told to the others of the same browser. */
export interface DashboardNews {
  id: string;
  /** Absent when it was removed. */
  revision?: number;
}

const CHANNEL = 'quarterdeck-dashboards';

/** Tells the other tabs. */
export function tellDashboardNews(news: DashboardNews): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(news);
  channel.close();
}

/** Calls back for news of other tabs, until the returned function is called. */
export function onDashboardNews(
  listener: (news: DashboardNews) => void,
): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<DashboardNews>) => listener(data);
  return () => channel.close();
}
