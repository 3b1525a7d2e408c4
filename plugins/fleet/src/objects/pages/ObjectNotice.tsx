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
import { ResponseError } from '@backstage/errors';
import {
  CardMessage,
  LiveObjectState,
  useNow,
} from '@quarterdeck/backstage-plugin-fleet-react';
import {
  formatAge,
  ObjectAddress,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import styles from './pages.module.css';

type Failure = 'gone' | 'denied' | 'unreachable' | 'error';

function failureOf(error: Error): Failure {
  const status = error instanceof ResponseError ? error.statusCode : undefined;
  if (status === 404) return 'gone';
  if (status === 403 || status === 401) return 'denied';
  // Without an answer it is the backend or the way to it; with 502 to 504 the cluster.
  return status === undefined || (status >= 502 && status <= 504)
    ? 'unreachable'
    : 'error';
}

/** Why an object could not be read: in place of it, or above what was last known of it. Nothing when it could. */
export function ObjectNotice(props: {
  state: LiveObjectState;
  address: ObjectAddress;
}) {
  const { state, address } = props;
  const { object, error } = state;
  const { t } = useTranslationRef(fleetTranslationRef);
  const now = useNow(5_000);
  if (!error) return undefined;
  const failure = failureOf(error);
  const details = `${error.name}: ${error.message}`;
  if (object) {
    return (
      <div role="alert" className={styles.notice} title={details}>
        {failure === 'gone'
          ? `${t('object.nowGone')}. ${t('object.nowGoneText')}`
          : t('object.kept', { age: formatAge(now - object.readAt) })}
      </div>
    );
  }
  return (
    <div className={styles.message}>
      <CardMessage
        tone={failure === 'gone' || failure === 'denied' ? 'unknown' : 'error'}
        title={t(`object.${failure}Title`)}
        text={t(`object.${failure}Text`, {
          cluster: address.cluster,
          permission:
            address.namespace === undefined
              ? 'fleet.cluster.read'
              : 'fleet.namespace.read',
        })}
        details={details}
        onRetry={state.refresh}
      />
    </div>
  );
}
