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
import { PageActivity } from '../PageActivity';

/** A tab that is shown and hidden when told to. */
export class ManualPage implements PageActivity {
  #hidden = false;
  readonly #listeners = new Set<
    (change: 'shown' | 'hidden' | 'online') => void
  >();

  hidden(): boolean {
    return this.#hidden;
  }

  onChange(
    listener: (change: 'shown' | 'hidden' | 'online') => void,
  ): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(change: 'shown' | 'hidden' | 'online'): void {
    if (change !== 'online') {
      this.#hidden = change === 'hidden';
    }
    this.#listeners.forEach(listener => listener(change));
  }
}
