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
import { TextAreaField, TextField } from '@backstage/ui';
import { StoredCluster } from '@quarterdeck/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../translation';
import styles from './connect.module.css';
import { ConnectionForm } from './connectionForm';

/** What the parts of the form work with. */
export interface ConnectionFieldsProps {
  form: ConnectionForm;
  /** By the path of the field in the request. */
  problems: Readonly<Record<string, string>>;
  change: (fields: Partial<ConnectionForm>) => void;
  stored: StoredCluster | undefined;
}

/** The properties of a text field that shows what is wrong with it. */
export function problemProps(problem: string | undefined) {
  return {
    validationBehavior: 'aria' as const,
    validate: () => problem,
  };
}

/** Where a cluster is and what it is called. */
export function ConnectionFields(props: ConnectionFieldsProps) {
  const { form, problems, change, stored } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  // All labels are one field, each of them a path of its own.
  const labels = Object.keys(problems).find(path => path.startsWith('labels'));
  const advanced = ['tlsServerName', 'proxyUrl', 'namespaces'].some(
    field => problems[`connection.${field}`] !== undefined,
  );
  return (
    <>
      {!stored && (
        <TextField
          label={t('stored.name')}
          description={t('stored.nameHint')}
          isRequired
          placeholder="prod-eu"
          value={form.name}
          onChange={name => change({ name })}
          {...problemProps(problems.name)}
        />
      )}
      <TextField
        label={t('stored.title')}
        description={t('stored.titleHint')}
        value={form.title}
        onChange={title => change({ title })}
        {...problemProps(problems.title)}
      />
      <TextField
        label={t('cluster.server')}
        description={t('stored.serverHint')}
        isRequired
        placeholder="https://10.0.0.1:6443"
        value={form.server}
        onChange={server => change({ server })}
        {...problemProps(problems['connection.server'])}
      />
      <TextAreaField
        label={t('stored.certificateAuthority')}
        description={t('stored.certificateAuthorityHint')}
        className={styles.pem}
        rows={4}
        placeholder="-----BEGIN CERTIFICATE-----"
        spellCheck="false"
        value={form.certificateAuthority}
        onChange={certificateAuthority => change({ certificateAuthority })}
        {...problemProps(problems['connection.certificateAuthority'])}
      />
      <details className={styles.more} open={advanced || undefined}>
        <summary>{t('stored.more')}</summary>
        <div className={styles.fieldset}>
          <TextField
            label={t('stored.tlsServerName')}
            description={t('stored.tlsServerNameHint')}
            value={form.tlsServerName}
            onChange={tlsServerName => change({ tlsServerName })}
            {...problemProps(problems['connection.tlsServerName'])}
          />
          <TextField
            label={t('stored.proxyUrl')}
            placeholder="http://proxy.example.com:3128"
            value={form.proxyUrl}
            onChange={proxyUrl => change({ proxyUrl })}
            {...problemProps(problems['connection.proxyUrl'])}
          />
          <TextField
            label={t('stored.namespaces')}
            description={t('stored.namespacesHint')}
            value={form.namespaces}
            onChange={namespaces => change({ namespaces })}
            {...problemProps(problems['connection.namespaces'])}
          />
          <TextAreaField
            label={t('cluster.labels')}
            description={t('stored.labelsHint')}
            rows={3}
            placeholder="environment=production"
            value={form.labels}
            onChange={value => change({ labels: value })}
            {...problemProps(
              labels === undefined ? undefined : problems[labels],
            )}
          />
        </div>
      </details>
    </>
  );
}
