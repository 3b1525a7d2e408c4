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

import { existsSync } from 'node:fs';
import { SetupError } from './SetupError.mjs';
import { execute } from './execute.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function findChromium() {
  return [process.env.CHROMIUM_PATH, ...PLACES].find(
    place => place && existsSync(place),
  );
}

/** The browser of the end-to-end tests: the system's, installed with apt-get where that is possible. */
export async function requireChromium({ log }) {
  const found = findChromium();
  if (found) return found;

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    log('installing Chromium with apt-get');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await execute('apt-get', ['update', '-q'], { env });
    await execute(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
      { env, onLine: log },
    );
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new SetupError(
    'The end-to-end tests need Chromium: install it ("apt-get install -y chromium"), or name a Chrome or Chromium executable in CHROMIUM_PATH, or leave these tests out with "npm test -- --skip e2e".',
  );
}
