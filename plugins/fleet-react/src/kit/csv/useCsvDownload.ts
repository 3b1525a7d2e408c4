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

import { useApiHolder } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useRef } from 'react';
import { fleetApiRef } from '../../client/FleetApi';
import { ViewState } from '../../client/ViewState';
import { fleetReactTranslationRef } from '../../translation';
import { CardNoticeContent } from '../frame/CardNotice';
import { MOST_CSV_ROWS, readAllRows } from './readAllRows';
import { rowsToCsv } from './rowsToCsv';
import { csvFileName, saveTextFile } from './saveTextFile';

const count = (value: number) => value.toLocaleString('en-US');

/** Saves the rows of a card as a file: those on screen when they are all, else all that match, and says how it goes. */
export function useCsvDownload(
  say: (notice: CardNoticeContent | undefined) => void,
): (
  title: string,
  view: ViewState<any, any>,
  shownRows: readonly object[] | undefined,
) => void {
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const api = useApiHolder().get(fleetApiRef);
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);
  return useCallback(
    async (title, view, shownRows) => {
      running.current?.abort();
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      const cancel = () => {
        controller.abort();
        say(undefined);
      };
      let rows = shownRows ?? view.rows;
      let total = rows.length;
      try {
        if (view.source && api && view.rows.length < view.total) {
          say({ text: t('csv.fetching'), busy: true, onDismiss: cancel });
          const all = await readAllRows(api, view.source, {
            signal,
            onProgress: (done, of) => {
              if (signal.aborted) return;
              say({
                text: t('csv.progress', { done: count(done), of: count(of) }),
                busy: true,
                onDismiss: cancel,
              });
            },
          });
          rows = all.rows;
          total = all.total;
        }
        if (signal.aborted) return;
        saveTextFile(
          csvFileName(title, new Date()),
          rowsToCsv(rows),
          'text/csv',
        );
        const counts = { rows: count(rows.length), total: count(total) };
        say(
          total > MOST_CSV_ROWS
            ? { text: t('csv.truncated', counts), tone: 'warning' }
            : { text: t('csv.done', counts), passing: true },
        );
      } catch (error) {
        if (signal.aborted) return;
        const { message } = error as Error;
        say({ text: t('csv.failed', { message }), tone: 'error' });
      }
    },
    [api, say, t],
  );
}
