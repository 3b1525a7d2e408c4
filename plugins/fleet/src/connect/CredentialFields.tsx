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
import { PasswordField, Radio, RadioGroup, TextAreaField } from '@backstage/ui';
import { fleetTranslationRef } from '../translation';
import styles from './connect.module.css';
import { ConnectionFieldsProps, problemProps } from './ConnectionFields';
import { ConnectionForm } from './connectionForm';

/** What the portal shows to the cluster: a token or a client certificate. What is stored is kept or replaced, and never shown. */
export function CredentialFields(props: ConnectionFieldsProps) {
  const { form, problems, change, stored } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const choices = [
    ...(stored ? (['keep'] as const) : []),
    'token',
    'client-certificate',
  ] as const;
  return (
    <div className={styles.fieldset}>
      <RadioGroup
        label={t('cluster.auth')}
        description={t('stored.credentialHint')}
        orientation="horizontal"
        value={form.credential}
        onChange={credential =>
          change({
            credential: credential as ConnectionForm['credential'],
            // What was typed for another choice is not kept around.
            token: '',
            certificate: '',
            key: '',
          })
        }
        {...problemProps(problems.credential)}
      >
        {choices.map(choice => (
          <Radio key={choice} value={choice}>
            {t(choice === 'keep' ? 'stored.keep' : `clusterAuth.${choice}`)}
          </Radio>
        ))}
      </RadioGroup>
      {problems.credential && (
        <p role="alert" className={styles.failure}>
          {problems.credential}
        </p>
      )}
      {form.credential === 'token' && (
        <PasswordField
          label={t('stored.token')}
          isRequired
          autoComplete="off"
          value={form.token}
          onChange={token => change({ token })}
          {...problemProps(
            problems['credential.token'] && t('stored.tokenNeeded'),
          )}
        />
      )}
      {form.credential === 'client-certificate' && (
        <>
          <TextAreaField
            label={t('stored.certificate')}
            isRequired
            className={styles.pem}
            rows={4}
            placeholder="-----BEGIN CERTIFICATE-----"
            spellCheck="false"
            value={form.certificate}
            onChange={certificate => change({ certificate })}
            {...problemProps(
              problems['credential.certificate'] && t('stored.pemNeeded'),
            )}
          />
          <TextAreaField
            label={t('stored.key')}
            isRequired
            className={`${styles.pem} ${styles.secret}`}
            rows={4}
            autoComplete="off"
            spellCheck="false"
            value={form.key}
            onChange={key => change({ key })}
            {...problemProps(
              problems['credential.key'] && t('stored.pemNeeded'),
            )}
          />
        </>
      )}
    </div>
  );
}
