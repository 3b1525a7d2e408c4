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
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Radio,
  RadioGroup,
  Select,
  TextField,
} from '@backstage/ui';
import {
  dashboardSlugSchema,
  DashboardVisibility,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useQuery } from '@tanstack/react-query';
import {
  fleetApiRef,
  queryClientOf,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { FormEvent, useId, useState } from 'react';
import { messageOf } from '../../connect/requestErrors';
import { fleetTranslationRef } from '../../translation';
import styles from './dialogs.module.css';

/** What the form asks for. */
export interface DashboardFormValue {
  title: string;
  description: string;
  /** Absent for one made from the title. */
  slug?: string;
  /** Absent while it is not known whose it will be. */
  owner?: string;
  visibility: DashboardVisibility;
}

function useOwners(present: string | undefined) {
  const identity = useApi(identityApiRef);
  const { data } = useQuery(
    {
      queryKey: ['backstage-identity'],
      queryFn: () => identity.getBackstageIdentity(),
      staleTime: Infinity,
    },
    queryClientOf(useApi(fleetApiRef)),
  );
  const me = data?.userEntityRef;
  const refs = new Set(
    [me, ...(data?.ownershipEntityRefs ?? []), present].filter(
      (ref): ref is string => ref !== undefined,
    ),
  );
  return { me, refs: [...refs] };
}

/** `group:default/platform` as people say it: `platform`. */
function shortRef(ref: string): string {
  return ref.replace(/^[^/]*\//, '');
}

/** Asks what a dashboard is called, where it stands, whose it is and who sees it. */
export function DashboardForm(props: {
  heading: string;
  confirm: string;
  initial: DashboardFormValue;
  /** Whether it has an address that can be changed. */
  withAddress: boolean;
  /** Rejects with what is wrong, which is shown. */
  onSubmit: (value: DashboardFormValue) => Promise<void>;
  onClose: () => void;
}) {
  const { heading, confirm, initial, withAddress, onSubmit, onClose } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const [value, setValue] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const formId = useId();
  const { me, refs } = useOwners(initial.owner);
  const change = (part: Partial<DashboardFormValue>) => {
    setValue(previous => ({ ...previous, ...part }));
    setFailure(undefined);
  };
  const slugProblem =
    withAddress &&
    value.slug !== undefined &&
    !dashboardSlugSchema.safeParse(value.slug).success
      ? t('dashboardForm.addressProblem')
      : undefined;
  const ready = value.title.trim() !== '' && slugProblem === undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    try {
      await onSubmit({ ...value, title: value.title.trim() });
      onClose();
    } catch (error) {
      setFailure(messageOf(error));
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={open => !open && onClose()}
      width="min(520px, calc(100vw - 32px))"
    >
      <DialogHeader>{heading}</DialogHeader>
      <DialogBody>
        <form id={formId} className={styles.form} onSubmit={submit} noValidate>
          <TextField
            label={t('dashboardForm.title')}
            isRequired
            maxLength={80}
            // Whoever asked for the dialog is about to write the title.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={value.title}
            onChange={title => change({ title })}
          />
          <TextField
            label={t('dashboardForm.description')}
            maxLength={500}
            value={value.description}
            onChange={description => change({ description })}
          />
          {withAddress && (
            <TextField
              label={t('dashboardForm.address')}
              description={t('dashboardForm.addressHint')}
              isRequired
              maxLength={63}
              value={value.slug ?? ''}
              onChange={slug => change({ slug })}
              validationBehavior="aria"
              validate={() => slugProblem}
            />
          )}
          <Select
            label={t('dashboardForm.owner')}
            options={refs.map(ref => ({
              value: ref,
              label:
                ref === me
                  ? `${t('dashboardForm.ownerMe')} (${shortRef(ref)})`
                  : shortRef(ref),
            }))}
            value={value.owner ?? me ?? null}
            onChange={owner => change({ owner: String(owner) })}
          />
          <RadioGroup
            label={t('dashboardForm.visibility')}
            description={t('dashboardForm.visibilityHint')}
            value={value.visibility}
            onChange={visibility =>
              change({ visibility: visibility as DashboardVisibility })
            }
          >
            <Radio value="owner">{t('dashboardForm.visibilityOwner')}</Radio>
            <Radio value="everyone">
              {t('dashboardForm.visibilityEveryone')}
            </Radio>
          </RadioGroup>
          {failure && (
            <p role="alert" className={styles.failure}>
              {t('dashboardForm.failed')}: {failure}
            </p>
          )}
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('dashboard.cancel')}
        </Button>
        <Button
          type="submit"
          form={formId}
          isDisabled={!ready}
          isPending={busy}
        >
          {confirm}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
