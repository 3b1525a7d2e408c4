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
import { CopyButton } from '@quarterdeck/backstage-plugin-fleet-react';
import { RiDownloadLine } from '@remixicon/react';
import { fleetTranslationRef } from '../translation';
import styles from './connect.module.css';

function download(fileName: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}

/** Text to be taken elsewhere: into a file, or into a shell. */
export function CodeBlock(props: {
  label: string;
  text: string;
  /** Offers to download it under this name. */
  fileName?: string;
}) {
  const { label, text, fileName } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <figure className={styles.code}>
      <figcaption className={styles.caption}>
        <span>{label}</span>
        <span className={styles.end}>
          <CopyButton
            text={text}
            label={t('connect.copy')}
            doneLabel={t('connect.copied')}
          />
          {fileName && (
            <Button
              size="small"
              variant="tertiary"
              iconStart={<RiDownloadLine />}
              onPress={() => download(fileName, text)}
            >
              {t('connect.download')}
            </Button>
          )}
        </span>
      </figcaption>
      {/* Scrolled with the keyboard, so it must take the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={label}>
        {text}
      </pre>
    </figure>
  );
}
