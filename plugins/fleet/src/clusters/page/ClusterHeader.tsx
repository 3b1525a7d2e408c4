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
  ButtonIcon,
  ButtonLink,
  Menu,
  MenuItem,
  MenuTrigger,
} from '@backstage/ui';
import {
  ClusterHealthRow,
  clusterPath,
  kubectlUseContext,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  clusterTone,
  PlatformMark,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { RiExternalLinkLine, RiFileCopyLine } from '@remixicon/react';
import { PageHeader } from '../../page/PageHeader';
import { fleetTranslationRef } from '../../translation';
import { ClusterFacts } from './ClusterFacts';
import styles from './ClusterHeader.module.css';
import { httpsAddress } from './httpsAddress';

/** What a cluster is, where it is, and how it is reached. */
export function ClusterHeader(props: { row: ClusterHealthRow }) {
  const { row } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const console = httpsAddress(row.facts.console?.value);
  const copies = {
    copyName: row.cluster,
    copyContext: kubectlUseContext(row.cluster),
    ...(row.server && { copyServer: row.server }),
  };
  return (
    <>
      <PageHeader
        path={clusterPath(row.cluster)}
        title={row.title}
        heading={
          <span className={styles.heading}>
            <PlatformMark facts={row.facts} size="large" />
            {row.title}
          </span>
        }
        crumbs={[{ label: t('clusters.title'), path: 'clusters' }]}
        aside={
          <StatusChip
            tone={clusterTone(row.state)}
            word={t(`clusterState.${row.state}`)}
            title={row.message}
          />
        }
        actions={
          <>
            {console && (
              <ButtonLink
                size="small"
                variant="tertiary"
                href={console}
                target="_blank"
                rel="noopener noreferrer"
                iconEnd={<RiExternalLinkLine />}
              >
                {t('cluster.console')}
              </ButtonLink>
            )}
            <MenuTrigger>
              <ButtonIcon
                size="small"
                variant="tertiary"
                icon={<RiFileCopyLine />}
                aria-label={t('cluster.copy')}
              />
              <Menu>
                {Object.entries(copies).map(([id, text]) => (
                  <MenuItem
                    key={id}
                    id={id}
                    onAction={() => navigator.clipboard?.writeText(text)}
                  >
                    {t(`cluster.${id as keyof typeof copies}`)}
                  </MenuItem>
                ))}
              </Menu>
            </MenuTrigger>
          </>
        }
      />
      <ClusterFacts row={row} />
    </>
  );
}
