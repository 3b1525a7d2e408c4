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
/**
 * Whether anybody can see the page, and what may have changed about that.
 *
 * @public
 */
export interface PageActivity {
  hidden(): boolean;
  /** `shown` and `hidden` follow the tab, `online` the network. */
  onChange(
    listener: (change: 'shown' | 'hidden' | 'online') => void,
  ): () => void;
}

/** The tab that this code runs in. */
export const browserPage: PageActivity = {
  hidden: () => document.visibilityState === 'hidden',
  onChange: listener => {
    const visibility = () =>
      listener(document.visibilityState === 'hidden' ? 'hidden' : 'shown');
    const online = () => listener('online');
    document.addEventListener('visibilitychange', visibility);
    window.addEventListener('online', online);
    return () => {
      document.removeEventListener('visibilitychange', visibility);
      window.removeEventListener('online', online);
    };
  },
};
