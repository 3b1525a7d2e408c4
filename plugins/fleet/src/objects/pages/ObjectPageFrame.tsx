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
  clusterPath,
  kubectlGet,
  ObjectAddress,
  objectPath,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { CopyButton } from '@quarterdeck/backstage-plugin-fleet-react';
import { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { NotFoundPage } from '../../page/NotFoundPage';
import { Crumb, PageHeader } from '../../page/PageHeader';
import { fleetTranslationRef } from '../../translation';
import styles from './pages.module.css';
import { PageTabs } from './PageTabs';

/** One part of the page of an object; the first one has the page's own address. */
export interface ObjectTab {
  id: string;
  label: string;
  render: () => ReactNode;
}

/** Properties of {@link ObjectPageFrame}. */
export interface ObjectPageFrameProps {
  address: ObjectAddress;
  /** Kind of the object, in Kubernetes' word. */
  kind: string;
  /** The state of the object. */
  chip?: ReactNode;
  actions?: ReactNode;
  /** What is wrong with reading the object; stands above the parts that show it. */
  notice?: ReactNode;
  tabs: readonly ObjectTab[];
}

function crumbsOf({ cluster, namespace }: ObjectAddress): Crumb[] {
  return [
    { label: cluster, path: clusterPath(cluster) },
    ...(namespace === undefined
      ? []
      : [
          {
            label: namespace,
            path: objectPath({
              cluster,
              resource: 'namespaces',
              name: namespace,
            }),
          },
        ]),
  ];
}

/** The page of an object: what it is called, what can be done with it, and its parts, each with an address of its own. */
export function ObjectPageFrame(props: ObjectPageFrameProps) {
  const { address, kind, chip, actions, notice, tabs } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const { '*': rest = '' } = useParams();
  const path = objectPath(address);
  const id = rest.replace(/\/$/, '');
  const shown = id === '' ? tabs[0] : tabs.slice(1).find(it => it.id === id);
  if (!shown) return <NotFoundPage />;
  return (
    <>
      <PageHeader
        path={path}
        title={address.name}
        heading={
          <>
            <span className={styles.kind}>{kind}</span> {address.name}
          </>
        }
        crumbs={crumbsOf(address)}
        aside={chip}
        actions={
          <>
            {actions}
            <CopyButton
              text={address.name}
              label={t('object.copyName')}
              doneLabel={t('object.copied')}
            />
            <CopyButton
              text={kubectlGet(address)}
              label={t('object.copyKubectl')}
              doneLabel={t('object.copied')}
            />
          </>
        }
      />
      <PageTabs
        label={t('object.tabs')}
        tabs={tabs.map((tab, at) => ({
          id: tab.id,
          label: tab.label,
          path: at === 0 ? path : `${path}/${tab.id}`,
        }))}
        shown={shown.id}
      />
      {(shown === tabs[0] || shown.id === 'yaml') && notice}
      {shown.render()}
    </>
  );
}
