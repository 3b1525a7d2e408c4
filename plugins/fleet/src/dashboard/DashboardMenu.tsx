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
import {
  ButtonIcon,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import {
  Dashboard,
  DashboardContent,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  fleetCardsApiRef,
  fleetDashboardTemplatesApiRef,
  useFleetPath,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { RiMoreLine } from '@remixicon/react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { fleetDashboardsApiRef } from '../dashboards/api/DashboardsApi';
import {
  dashboardFileOf,
  downloadDashboard,
} from '../dashboards/dashboardFile';
import { useDashboardChanges } from '../dashboards/dashboardQueries';
import { DashboardForm } from '../dashboards/dialogs/DashboardForm';
import { RemoveDashboard } from '../dashboards/dialogs/RemoveDashboard';
import { toggleDefault, togglePin } from '../dashboards/preferences';
import { DashboardSaver } from '../dashboards/saving/DashboardSaver';
import { templateContent } from '../dashboards/templates/templateContent';
import { fleetTranslationRef } from '../translation';
import { absolute } from './absolute';
import { useDuplicate } from './useDuplicate';

/** What can be done to a dashboard as a whole. */
export function DashboardMenu(props: {
  dashboard: Dashboard;
  content: DashboardContent;
  /** Absent where the person may not change it. */
  saver?: DashboardSaver;
  onContent?: (content: DashboardContent) => void;
  onHistory?: () => void;
  /** Lets the person choose the figures above the cards. */
  onFigures?: () => void;
}) {
  const { dashboard, content, saver, onContent, onHistory, onFigures } = props;
  const { id, slug, title, description, template } = dashboard;
  const { t } = useTranslationRef(fleetTranslationRef);
  const api = useApi(fleetDashboardsApiRef);
  const toast = useApi(toastApiRef);
  const changes = useDashboardChanges();
  const navigate = useNavigate();
  const path = useFleetPath();
  const duplicate = useDuplicate();
  const installed = useApi(fleetCardsApiRef).list();
  const madeFrom = useApi(fleetDashboardTemplatesApiRef)
    .list()
    .find(it => it.id === template?.id);
  const [asking, setAsking] = useState<'settings' | 'remove'>();

  const copyLink = async () => {
    await navigator.clipboard?.writeText(absolute(path(`dashboards/${slug}`)));
    toast.post({ title: t('dashboard.linkCopied'), timeout: 3_000 });
  };
  const reset = () => {
    onContent?.(templateContent(madeFrom!, installed));
    toast.post({ title: t('dashboard.resetDone'), timeout: 6_000 });
  };
  return (
    <>
      <MenuTrigger>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiMoreLine />}
          aria-label={t('dashboard.more')}
        />
        <Menu>
          <MenuItem onAction={() => changes.prefer(togglePin(id))}>
            {t(
              dashboard.pinned === undefined
                ? 'dashboard.pin'
                : 'dashboard.unpin',
            )}
          </MenuItem>
          <MenuItem onAction={() => changes.prefer(toggleDefault(id))}>
            {t(
              dashboard.isDefault
                ? 'dashboard.isDefault'
                : 'dashboard.makeDefault',
            )}
          </MenuItem>
          <MenuItem onAction={copyLink}>{t('dashboard.copyLink')}</MenuItem>
          <MenuSeparator />
          {saver && (
            <MenuItem onAction={() => setAsking('settings')}>
              {t('dashboard.settings')}
            </MenuItem>
          )}
          {onFigures && (
            <MenuItem onAction={onFigures}>{t('statSettings.open')}</MenuItem>
          )}
          <MenuItem
            onAction={() =>
              duplicate({
                title: t('dashboard.copyOf', { title }).slice(0, 80),
                description,
                template,
                content,
              })
            }
          >
            {t('dashboard.duplicate')}
          </MenuItem>
          <MenuItem
            onAction={() =>
              downloadDashboard(
                dashboardFileOf({ title, description, template, content }),
                slug,
              )
            }
          >
            {t('dashboard.exportFile')}
          </MenuItem>
          {onHistory && (
            <MenuItem onAction={onHistory}>{t('dashboard.history')}</MenuItem>
          )}
          {saver && madeFrom && (
            <MenuItem onAction={reset}>{t('dashboard.reset')}</MenuItem>
          )}
          {saver && <MenuSeparator />}
          {saver && (
            <MenuItem color="danger" onAction={() => setAsking('remove')}>
              {t('dashboard.remove')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {asking === 'settings' && saver && (
        <DashboardForm
          heading={t('dashboard.settings')}
          confirm={t('dashboard.save')}
          withAddress
          initial={{
            title,
            description: description ?? '',
            slug,
            owner: dashboard.owner,
            visibility: dashboard.visibility,
          }}
          onSubmit={async value => {
            await saver.flush();
            const saved = await api.change(id, {
              ...value,
              revision: saver.revision,
            });
            saver.adopt(saved);
            changes.saved(saved);
            if (saved.slug !== slug) {
              navigate(path(`dashboards/${saved.slug}`), { replace: true });
            }
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'remove' && (
        <RemoveDashboard
          dashboard={{ id, title, cards: content.cards.length }}
          onRemoved={() => navigate(path('dashboards'))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
