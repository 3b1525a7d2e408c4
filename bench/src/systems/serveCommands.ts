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

import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { cpuSeconds, SystemCommands, SystemNotice } from './protocol';
import { stalls } from './stalls';

const MB = 1024 * 1024;

type Specific = Pick<SystemCommands, 'start' | 'counts'>;

/** Answers the questions of the bench about this process. */
export function serveCommands(specific: {
  [Name in keyof Specific]: () => Promise<Specific[Name]>;
}): void {
  stalls.watch();
  const session = new Session();
  const commands: {
    [Name in keyof SystemCommands]: (
      argument?: string,
    ) => Promise<SystemCommands[Name]>;
  } = {
    ...specific,
    async usage() {
      return {
        cpuSeconds: cpuSeconds(),
        longestStallMs: stalls.longestMs(),
        longestStallOfAllMs: stalls.longestOfAllMs(),
        peakRssMb: process.resourceUsage().maxRSS / 1024,
      };
    },
    async resetStalls() {
      stalls.forget();
      return {};
    },
    async settledMemory() {
      await stalls.leaveOut(async () => {
        for (let round = 0; round < 4; round += 1) {
          globalThis.gc?.();
          await wait(150);
        }
      });
      const { rss, heapUsed } = process.memoryUsage();
      return { rssMb: rss / MB, heapMb: heapUsed / MB };
    },
    async profile() {
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.start');
      return {};
    },
    async stopProfile(file) {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      await writeFile(file!, JSON.stringify(profile));
      return {};
    },
  };
  process.on('message', async (message: any) => {
    const { id, command, argument } = message;
    try {
      const answer = await commands[command as keyof SystemCommands](argument);
      process.send!({ id, answer });
    } catch (error) {
      process.send!({ id, error: `${(error as Error).stack}` });
    }
  });
  // The bench is gone: nobody else would end this process.
  process.on('disconnect', () => process.exit());
}

export function notify(notice: SystemNotice): void {
  process.send!(notice);
}
