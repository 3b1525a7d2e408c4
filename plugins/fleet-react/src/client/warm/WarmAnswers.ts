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
 * What this browser shows at its next start before the backend has answered.
 *
 * @public
 */
export interface WarmAnswers {
  /** What was kept under a name, and how old it is: epoch milliseconds by the browser's clock. */
  take(name: string): { value: unknown; at: number } | undefined;
  /** Keeps a value that can be written as JSON. */
  keep(name: string, value: object, at: number): void;
  /** The viewer may not have it, or not any more. If it was kept, nothing of what was kept is to be trusted. */
  refuse(name: string): void;
  /** `loaded` when what was kept is there to be taken; `forgotten` when whatever was taken must not be shown any longer. */
  onChange(listener: (change: 'loaded' | 'forgotten') => void): () => void;
}
