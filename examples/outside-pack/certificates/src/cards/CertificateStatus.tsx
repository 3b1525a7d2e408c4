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

import { CertificateRow } from '@acme/backstage-plugin-certificates-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  StatusChip,
  StatusTone,
  useNow,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { certificatesTranslationRef } from '../translation';

type Word = 'ready' | 'notReady' | 'expired' | 'unknown';

const TONES: Record<Word, StatusTone> = {
  ready: 'healthy',
  // Also while it is being issued.
  notReady: 'warning',
  expired: 'error',
  unknown: 'unknown',
};

const WORDS: Record<CertificateRow['status'], Word> = {
  Ready: 'ready',
  'Not ready': 'notReady',
  Unknown: 'unknown',
};

/** Where a certificate stands now. */
export function CertificateStatus(props: { certificate: CertificateRow }) {
  const { expiry, message, status } = props.certificate;
  const { t } = useTranslationRef(certificatesTranslationRef);
  const now = useNow(60_000);
  const word =
    expiry !== undefined && expiry <= now ? 'expired' : WORDS[status];
  return (
    <StatusChip tone={TONES[word]} word={t(`status.${word}`)} title={message} />
  );
}
