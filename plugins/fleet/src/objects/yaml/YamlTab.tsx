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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ObjectAddress } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  CardSkeleton,
  CopyButton,
  Hint,
  Instant,
  LiveObjectState,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { lazy, Suspense, useRef } from 'react';
import { fleetTranslationRef } from '../../translation';
import type { YamlEditorHandle } from './YamlEditor';
import styles from './YamlTab.module.css';

// The editor is a third of a megabyte, and most who come do not open it.
const YamlEditor = lazy(() =>
  import('./YamlEditor').then(m => ({ default: m.YamlEditor })),
);

/** An object as its API server held it, to read and to copy. */
export function YamlTab(props: {
  address: ObjectAddress;
  live: LiveObjectState;
}) {
  const { address, live } = props;
  const { object } = live;
  const { t } = useTranslationRef(fleetTranslationRef);
  const editor = useRef<YamlEditorHandle>();
  if (!object) {
    // Why there is none is told above.
    return live.loading ? <CardSkeleton /> : undefined;
  }
  const { masked } = object;
  return (
    <section aria-label={t('object.yaml')} className={styles.yaml}>
      <div className={styles.toolbar}>
        <span className={styles.read}>
          {t('yaml.readAt')} <Instant at={object.readAt} />{' '}
          <span className={styles.muted}>
            (<Age since={object.readAt} />)
          </span>
        </span>
        {masked.length > 0 && (
          <Hint
            label={t('yaml.masked', { count: masked.length })}
            text={[
              t('yaml.maskedHint'),
              ...masked.map(({ path, reason }) => `${path}: ${reason}`),
            ].join('\n')}
          >
            <span className={styles.masked}>
              {t('yaml.masked', { count: masked.length })}
            </span>
          </Hint>
        )}
        <span className={styles.actions}>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => editor.current?.find()}
          >
            {t('yaml.find')}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            isDisabled={live.reading}
            onPress={live.refresh}
          >
            {t('yaml.refresh')}
          </Button>
          <CopyButton
            text={object.yaml}
            label={t('yaml.copy')}
            doneLabel={t('object.copied')}
          />
        </span>
      </div>
      <Suspense fallback={<CardSkeleton />}>
        <YamlEditor
          label={t('yaml.label', { name: address.name })}
          text={object.yaml}
          masked={masked}
          handle={editor}
        />
      </Suspense>
    </section>
  );
}
