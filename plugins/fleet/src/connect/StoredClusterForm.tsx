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

import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import {
  clusterPath,
  ConnectionTest,
  StoredCluster,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useFleetPath } from '@quarterdeck/backstage-plugin-fleet-react';
import { FormEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { fleetTranslationRef } from '../translation';
import styles from './connect.module.css';
import { ConnectionFields } from './ConnectionFields';
import {
  changeOf,
  ConnectionForm,
  emptyConnectionForm,
  formOf,
  inputOf,
  sendsElsewhere,
  testOf,
} from './connectionForm';
import { CredentialFields } from './CredentialFields';
import { messageOf, statusOf } from './requestErrors';
import { TestSteps } from './TestSteps';
import { useClusterSettings } from './useClusterSettings';

/** The form of a cluster in the portal: tried as often as wanted, and saved. */
export function StoredClusterForm(props: {
  stored: StoredCluster | undefined;
  onSaved: () => void;
}) {
  const { stored, onSaved } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const settings = useClusterSettings();
  const toast = useApi(toastApiRef);
  const navigate = useNavigate();
  const fleetPath = useFleetPath();
  const [form, setForm] = useState(
    stored ? formOf(stored) : emptyConnectionForm,
  );
  const [asked, setAsked] = useState<'test' | 'save'>();
  const [busy, setBusy] = useState<'test' | 'save'>();
  const [result, setResult] = useState<ConnectionTest>();
  const [failure, setFailure] = useState<string>();
  const [taken, setTaken] = useState<string>();
  const element = useRef<HTMLFormElement>(null);

  const change = (fields: Partial<ConnectionForm>) => {
    setForm(previous => ({ ...previous, ...fields }));
    // What was tried is not what stands there now.
    setResult(undefined);
    setFailure(undefined);
  };

  const checks = (what: 'test' | 'save') => {
    const saved = stored ? changeOf(form) : inputOf(form);
    const { problems } = what === 'test' ? testOf(form, stored) : saved;
    return {
      ...problems,
      ...(problems?.name && { name: t('stored.nameProblem') }),
      ...(problems?.['connection.server'] && {
        'connection.server': t('stored.serverProblem'),
      }),
      ...(problems?.['connection.proxyUrl'] && {
        'connection.proxyUrl': t('stored.proxyProblem'),
      }),
      ...(sendsElsewhere(form, stored) && {
        credential: t('stored.credentialNeeded'),
      }),
      ...(taken !== undefined &&
        taken === form.name.trim() && { name: t('stored.nameTaken') }),
    } as Readonly<Record<string, string>>;
  };
  const problems = asked ? checks(asked) : {};

  const begin = (what: 'test' | 'save'): boolean => {
    setAsked(what);
    setFailure(undefined);
    if (Object.keys(checks(what)).length === 0) {
      setBusy(what);
      return true;
    }
    // The first field that is wrong, once it is marked.
    requestAnimationFrame(() =>
      element.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"]')
        ?.focus(),
    );
    return false;
  };
  const fail = (title: string, error: unknown) => {
    setFailure(messageOf(error));
    toast.post({ title, description: messageOf(error), status: 'danger' });
  };

  const test = async () => {
    const { value } = testOf(form, stored);
    if (!begin('test') || !value) return;
    setResult(undefined);
    try {
      setResult(await settings.test(value));
    } catch (error) {
      fail(t('stored.testFailed'), error);
    } finally {
      setBusy(undefined);
    }
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!begin('save')) return;
    try {
      const { value: added } = inputOf(form);
      const { value: changed } = changeOf(form);
      const name = stored?.name ?? form.name.trim();
      if (stored) await settings.change(name, changed!);
      else await settings.add(added!);
      onSaved();
      toast.post({ title: t('stored.saved', { name }), timeout: 5_000 });
      navigate(fleetPath(clusterPath(name)));
    } catch (error) {
      setBusy(undefined);
      if (!stored && statusOf(error) === 409) setTaken(form.name.trim());
      fail(t('stored.saveFailed'), error);
    }
  };

  const fields = { form, problems, change, stored };
  return (
    <div className={styles.columns}>
      <form
        ref={element}
        className={styles.form}
        onSubmit={save}
        noValidate
        autoComplete="off"
        aria-label={t('stored.form')}
      >
        <ConnectionFields {...fields} />
        <CredentialFields {...fields} />
        {failure && (
          <p role="alert" className={styles.failure}>
            {failure}
          </p>
        )}
        <div className={styles.buttons}>
          <Button
            type="submit"
            isPending={busy === 'save'}
            isDisabled={busy === 'test'}
          >
            {t('stored.save')}
          </Button>
          <Button
            variant="secondary"
            isPending={busy === 'test'}
            isDisabled={busy === 'save'}
            onPress={test}
          >
            {t('stored.test')}
          </Button>
          <ButtonLink variant="tertiary" href={fleetPath('connect/stored')}>
            {t('stored.cancel')}
          </ButtonLink>
        </div>
      </form>
      <div aria-live="polite" className={styles.result}>
        {busy === 'test' && <p>{t('stored.testing')}</p>}
        {result && <TestSteps result={result} name={stored?.name} />}
        {!result && busy !== 'test' && (
          <p className={styles.muted}>{t('stored.testHint')}</p>
        )}
      </div>
    </div>
  );
}
