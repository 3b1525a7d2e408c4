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

/** Texts of the history of cards. */
export const cardHistoryMessages = {
  cardHistory: {
    title: 'Card history',
    viewed: 'Viewed',
    removed: 'Removed',
    replaced: 'Replaced',
    present: 'On this dashboard',
    putBack: 'Put back',
    putBackName: 'Put back {{name}}',
    forget: 'Forget {{name}}',
    none: 'Nothing has happened to a card here',
    noneText:
      'Cards that you view in full, remove or replace are listed here, to be put back.',
    loading: 'Loading the history',
    failed: 'The history could not be read',
    forgetFailed: 'It could not be forgotten: {{message}}',
    close: 'Close',
  },
} as const;
