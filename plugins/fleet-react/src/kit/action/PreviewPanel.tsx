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
import { ActionPreview } from '@quarterdeck/backstage-plugin-fleet-common';
import { statusShapes, StatusTone } from '../../theme/statusTone';
import { fleetReactTranslationRef } from '../../translation';
import styles from './ActionDialog.module.css';

const tones: Record<ActionPreview['warnings'][number]['severity'], StatusTone> =
  { info: 'progress', warning: 'warning', error: 'error' };

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What an action would do: the sentence, the warnings, and field by field. */
export function PreviewPanel(props: {
  preview: ActionPreview;
  /** The fields were changed since. */
  outdated?: boolean;
}) {
  const { sentence, changes, warnings } = props.preview;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const value = (of: unknown) =>
    of === undefined ? (
      <span className={styles.absent}>{t('action.absent')}</span>
    ) : (
      <code>{asText(of)}</code>
    );
  return (
    <div className={styles.preview} data-outdated={props.outdated || undefined}>
      <p className={styles.sentence}>
        {props.outdated ? t('action.outdated') : sentence}
      </p>
      {warnings.map(({ severity, message }) => (
        <p key={message} className={styles.warning} data-tone={tones[severity]}>
          <span aria-hidden className={styles.shape}>
            {statusShapes[tones[severity]]}
          </span>
          <strong>{t(`action.severity.${severity}`)}:</strong> {message}
        </p>
      ))}
      {changes.length === 0 ? (
        <p className={styles.plain}>{t('action.noChanges')}</p>
      ) : (
        <table className={styles.changes} aria-label={t('action.whatChanges')}>
          <thead>
            <tr>
              <th scope="col">{t('action.path')}</th>
              <th scope="col">{t('action.before')}</th>
              <th scope="col">{t('action.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ path, before, after }) => (
              <tr key={path}>
                <th scope="row">
                  <code>{path}</code>
                </th>
                <td>{value(before)}</td>
                <td data-after>{value(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
