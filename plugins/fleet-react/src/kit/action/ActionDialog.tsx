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
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { ActionRef } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FormEvent,
  ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { z } from 'zod';
import '../../theme/tokens.css';
import { fleetReactTranslationRef } from '../../translation';
import styles from './ActionDialog.module.css';
import { PhaseNotice } from './PhaseNotice';
import { SchemaFields } from './SchemaFields';
import { useActionFlow } from './useActionFlow';

/**
 * What a form of an {@link ActionDialog} works with.
 *
 * @public
 */
export interface ActionFormProps<TInput> {
  input: TInput;
  /** Puts some fields anew; what was previewed before does not count any more. */
  change(fields: Partial<TInput>): void;
  disabled: boolean;
}

/**
 * Properties of {@link ActionDialog}.
 *
 * @public
 */
export interface ActionDialogProps<TInput extends z.ZodObject> {
  action: ActionRef<TInput, any>;
  title: string;
  /** All of the input; the target's fields stay as they are. */
  initialInput: z.input<TInput>;
  /** What the button that does it says, such as `Scale to 5`. */
  confirmLabel: (input: z.input<TInput>) => string;
  /** Draws the fields. Left out, they are made from the action's input schema, without the fields that name the target. */
  form?: (props: ActionFormProps<z.input<TInput>>) => ReactNode;
  onClose: () => void;
}

/**
 * Leads a person through an action: fields, a preview by the server, a reason, the confirmation, the outcome. It does not close by a
 * click beside it, and what was confirmed runs once.
 *
 * @public
 */
export function ActionDialog<TInput extends z.ZodObject>(
  props: ActionDialogProps<TInput>,
) {
  const { action, title, confirmLabel, form, onClose } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const [input, setInput] = useState(props.initialInput);
  const [reason, setReason] = useState('');
  const formId = useId();
  const { phase, edit, preview, confirm } = useActionFlow(action);

  const answer = useRef<HTMLDivElement>(null);
  const { step } = phase;
  useEffect(() => {
    // The button that had the focus is gone or disabled; the dialog must keep it, or Escape would not reach it.
    if (step === 'finished' || step === 'uncertain' || step === 'refused') {
      answer.current?.focus();
    }
  }, [step]);

  const parsed = action.input.safeParse(input);
  const running = step === 'running';
  const finished = step === 'finished';
  const confirmable = step === 'previewed' || running;
  const outdated =
    (step === 'form' || step === 'previewing') && phase.outdated !== undefined;
  const formProps: ActionFormProps<z.input<TInput>> = {
    input,
    change: fields => {
      setInput({ ...input, ...fields });
      edit();
    },
    disabled: running,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (parsed.success) preview(input);
  };
  const confirmOnce = () => confirm(reason.trim() || undefined);
  const { cluster, namespace, kind, name } = action.target(input as any);

  return (
    <Dialog
      isOpen
      isDismissable={false}
      isKeyboardDismissDisabled={running}
      onOpenChange={open => !open && !running && onClose()}
      width="min(560px, calc(100vw - 32px))"
      className={styles.dialog}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody className={styles.body}>
        <p className={styles.target}>
          {t('action.target', {
            kind,
            name,
            place: namespace ? `${cluster} / ${namespace}` : cluster,
          })}
        </p>
        {!finished && (
          <form id={formId} className={styles.form} onSubmit={submit}>
            {form ? (
              form(formProps)
            ) : (
              <SchemaFields schema={action.input} {...(formProps as any)} />
            )}
            {!parsed.success && (
              <p className={styles.invalid}>{z.prettifyError(parsed.error)}</p>
            )}
          </form>
        )}
        <div
          ref={answer}
          tabIndex={-1}
          aria-live="polite"
          className={styles.live}
        >
          {step === 'previewing' && !outdated && (
            <p className={styles.plain}>{t('action.previewing')}</p>
          )}
          <PhaseNotice phase={phase} permission={action.permission.name} />
        </div>
        {(confirmable || outdated) && (
          <TextAreaField
            label={t('action.reason')}
            description={t('action.reasonHint')}
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={setReason}
            isDisabled={running}
          />
        )}
      </DialogBody>
      <DialogFooter>
        {finished ? (
          <Button variant="secondary" onPress={onClose}>
            {t('action.close')}
          </Button>
        ) : (
          <>
            <Button variant="secondary" isDisabled={running} onPress={onClose}>
              {t('action.cancel')}
            </Button>
            <Button
              variant="secondary"
              type="submit"
              form={formId}
              isDisabled={!parsed.success || running}
              isPending={step === 'previewing'}
            >
              {t(
                confirmable || outdated || step === 'refused'
                  ? 'action.previewAgain'
                  : 'action.preview',
              )}
            </Button>
            {step === 'uncertain' ? (
              <Button onPress={confirmOnce}>{t('action.askAgain')}</Button>
            ) : (
              // Always in its place, so that a double click on the preview hits nothing that was not there before.
              <Button
                destructive={action.destructive}
                isDisabled={!confirmable}
                isPending={running}
                onPress={confirmOnce}
              >
                {confirmLabel(input)}
              </Button>
            )}
          </>
        )}
      </DialogFooter>
    </Dialog>
  );
}
