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

import { useEffect, useState } from 'react';
import { FleetCard } from '../../cards/FleetCard';

/** Package and version of the plugin that a card comes from, where it says so. */
export function usePluginVersion(
  card: FleetCard | undefined,
): string | undefined {
  const [known, setKnown] = useState<string>();
  const plugin = card?.node?.spec.plugin;
  useEffect(() => {
    let gone = false;
    Promise.resolve(plugin?.info?.()).then(
      info => {
        const words = [info?.packageName ?? plugin?.id, info?.version];
        if (!gone && plugin) setKnown(words.filter(Boolean).join(' '));
      },
      // Without a version the report is still a report.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [plugin]);
  return known;
}
