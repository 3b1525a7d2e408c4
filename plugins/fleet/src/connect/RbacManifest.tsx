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

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup, TextField } from '@backstage/ui';
import {
  RbacManifestOptions,
  rbacManifestOptionsSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardMessage,
  fleetApiRef,
  queryClientOf,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fleetTranslationRef } from '../translation';
import { CodeBlock } from './CodeBlock';
import styles from './connect.module.css';
import { fieldProblems } from './fieldProblems';
import { messageOf } from './requestErrors';
import { useClusterSettings } from './useClusterSettings';
import { words } from './words';

const noParts = {
  serviceAccount: '',
  serviceAccountNamespace: '',
  namespaces: '',
};

/** Makes the manifest of a role that grants what is ticked, and nothing else. */
export function RbacManifest(props: { fileName: string }) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const settings = useClusterSettings();
  const api = useApi(fleetApiRef);
  const queryClient = queryClientOf(api);
  const [names, setNames] = useState(noParts);
  const [granted, setGranted] = useState<string[]>([]);
  const [actions, setActions] = useState<string[]>([]);
  const known = useQuery(
    {
      queryKey: ['actions'],
      queryFn: ({ signal }) => api.actions({ signal }),
      staleTime: Infinity,
    },
    queryClient,
  );

  const options: RbacManifestOptions = {
    ...(names.serviceAccount && { serviceAccount: names.serviceAccount }),
    ...(names.serviceAccountNamespace && {
      serviceAccountNamespace: names.serviceAccountNamespace,
    }),
    ...(words(names.namespaces).length > 0 && {
      namespaces: words(names.namespaces),
    }),
    secretsMetadata: granted.includes('secretsMetadata'),
    serviceProxy: granted.includes('serviceProxy'),
    actions,
  };
  const parsed = rbacManifestOptionsSchema.safeParse(options);
  const problems = fieldProblems(parsed.error);
  const { data, error, refetch } = useQuery(
    {
      queryKey: ['rbac-manifest', options],
      queryFn: ({ signal }) => settings.rbacManifest(options, signal),
      enabled: parsed.success,
      staleTime: Infinity,
      placeholderData: keepPreviousData,
      retry: false,
    },
    queryClient,
  );
  const field = (id: keyof typeof noParts, placeholder: string) => (
    <TextField
      size="small"
      label={t(`manifest.${id}`)}
      description={
        id === 'namespaces' ? t('manifest.namespacesHint') : undefined
      }
      placeholder={placeholder}
      value={names[id]}
      onChange={value => setNames({ ...names, [id]: value.trimStart() })}
      validationBehavior="aria"
      validate={() => problems[id] && t('manifest.nameProblem')}
    />
  );
  return (
    <div className={styles.manifest}>
      <div className={styles.fields}>
        {field('serviceAccount', 'quarterdeck')}
        {field('serviceAccountNamespace', 'quarterdeck')}
        {field('namespaces', '')}
      </div>
      <CheckboxGroup
        label={t('manifest.also')}
        value={granted}
        onChange={setGranted}
      >
        <Checkbox value="secretsMetadata">
          {t('manifest.secretsMetadata')}
        </Checkbox>
        <Checkbox value="serviceProxy">{t('manifest.serviceProxy')}</Checkbox>
      </CheckboxGroup>
      {known.data && known.data.length > 0 && (
        <CheckboxGroup
          label={t('manifest.actions')}
          value={actions}
          onChange={setActions}
        >
          {known.data.map(action => (
            <Checkbox key={action.id} value={action.id}>
              {action.title}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
      {error && parsed.success ? (
        <CardMessage
          tone="error"
          title={t('manifest.failed')}
          details={messageOf(error)}
          onRetry={() => refetch()}
        />
      ) : (
        data !== undefined && (
          <CodeBlock
            label={t('manifest.result')}
            text={data}
            fileName={props.fileName}
          />
        )
      )}
    </div>
  );
}
