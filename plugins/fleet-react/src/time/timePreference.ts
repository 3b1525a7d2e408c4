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

import { z } from 'zod';

/** Whose clock times are told by: the browser's, or UTC. @public */
export type TimeZoneChoice = 'browser' | 'utc';

/**
 * How a person wants times to be shown: as ages or as times of day, and by which clock.
 *
 * @public
 */
export interface TimePreference {
  style: 'relative' | 'absolute';
  zone: TimeZoneChoice;
}

/** What is shown to whoever has not chosen. @public */
export const defaultTimePreference: TimePreference = {
  style: 'relative',
  zone: 'browser',
};

/** What the portal's storage holds may be of another version, or of another hand. */
export const timePreferenceSchema = z.object({
  style: z.enum(['relative', 'absolute']).catch('relative'),
  zone: z.enum(['browser', 'utc']).catch('browser'),
});
