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
import { formatAge } from '@quarterdeck/backstage-plugin-fleet-common';
import { useNow } from '@quarterdeck/backstage-plugin-fleet-react';
import { certificatesTranslationRef } from '../translation';

/** How long until, or since, a certificate expires, with the exact time when pointed at. */
export function Expiry(props: { at: number | undefined }) {
  const { at } = props;
  const { t } = useTranslationRef(certificatesTranslationRef);
  const now = useNow(60_000);
  if (at === undefined) return <>–</>;
  const age = formatAge(Math.abs(at - now));
  const time = new Date(at).toISOString();
  return (
    <time dateTime={time} title={time}>
      {t(at > now ? 'expiry.in' : 'expiry.ago', { age })}
    </time>
  );
}
