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
import { Button, ButtonIcon } from '@backstage/ui';
import {
  RiAddLine,
  RiArrowGoBackLine,
  RiArrowGoForwardLine,
} from '@remixicon/react';
import { fleetTranslationRef } from '../translation';
import { LayoutHistory } from './grid/history/useLayoutHistory';

/** Undo, redo, and more cards. */
export function DashboardTools(props: {
  history: LayoutHistory;
  onAdd: () => void;
}) {
  const { history, onAdd } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiArrowGoBackLine />}
        aria-label={t('dashboard.undo')}
        isDisabled={!history.canUndo}
        onPress={history.undo}
      />
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiArrowGoForwardLine />}
        aria-label={t('dashboard.redo')}
        isDisabled={!history.canRedo}
        onPress={history.redo}
      />
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiAddLine />}
        onPress={onAdd}
      >
        {t('dashboard.add')}
      </Button>
    </>
  );
}
