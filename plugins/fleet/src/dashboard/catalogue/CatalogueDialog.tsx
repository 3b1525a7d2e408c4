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
  SearchField,
} from '@backstage/ui';
import {
  CardMessage,
  FleetCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useId } from 'react';
import { fleetTranslationRef } from '../../translation';
import styles from './CatalogueDialog.module.css';
import { CatalogueEntry } from './catalogueGroups';
import { CatalogueList, optionId } from './CatalogueList';
import { CataloguePreview } from './CataloguePreview';
import { useCatalogue } from './useCatalogue';
import { useCatalogueEntries } from './useCatalogueEntries';

function useConfirmLabel(many: boolean, chosen: readonly CatalogueEntry[]) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const [first] = chosen;
  if (!first) return t('catalogue.add');
  if (!many) return t('catalogue.replaceBy', { name: first.title });
  return chosen.length === 1
    ? t('catalogue.addOne', { name: first.title })
    : t('catalogue.addMany', { count: chosen.length });
}

/** The open catalogue: a search, the cards that it finds, and how the one that is looked at would be. */
export function CatalogueDialog(props: {
  many: boolean;
  /** Name of the card whose place is to be taken. */
  replaced?: string;
  present: ReadonlySet<string>;
  onChoose: (cards: FleetCard[]) => void;
  onClose: () => void;
}) {
  const { many, replaced, present, onChoose, onClose } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const list = useId();
  const entries = useCatalogueEntries();
  const catalogue = useCatalogue({ entries, many, onChoose });
  const { search, setSearch, found, active, chosen, press } = catalogue;
  const confirmLabel = useConfirmLabel(many, chosen);

  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(1180px, calc(100vw - 32px))"
      height="min(820px, calc(100vh - 48px))"
      className={styles.dialog}
    >
      <DialogHeader>
        {many
          ? t('catalogue.add')
          : t('catalogue.replace', { name: replaced ?? '' })}
      </DialogHeader>
      <DialogBody className={styles.body}>
        <div className={styles.choice}>
          <SearchField
            // The first thing to do in the dialog that was just opened.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            aria-label={t('catalogue.search')}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={active && optionId(list, active)}
            placeholder={t('catalogue.placeholder')}
            value={search}
            onChange={setSearch}
            onKeyDown={event => {
              if (!press(event)) event.continuePropagation();
            }}
          />
          <p className={styles.found} role="status">
            {t('catalogue.found', { count: found })}
          </p>
          {found > 0 ? (
            <CatalogueList
              id={list}
              groups={catalogue.groups}
              active={active}
              present={present}
              ticked={many ? catalogue.ticked : undefined}
              onLook={catalogue.look}
              onToggle={catalogue.toggle}
              onPress={press}
            />
          ) : (
            <CardMessage
              title={t('catalogue.none', { search })}
              text={t('catalogue.noneText')}
              action={
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => setSearch('')}
                >
                  {t('catalogue.clear')}
                </Button>
              }
            />
          )}
        </div>
        <CataloguePreview entry={active} />
      </DialogBody>
      <DialogFooter>
        <p className={styles.keys}>
          {many ? t('catalogue.keys') : t('catalogue.keysReplace')}
        </p>
        <Button variant="secondary" onPress={onClose}>
          {t('catalogue.cancel')}
        </Button>
        <Button
          variant="primary"
          isDisabled={chosen.length === 0}
          onPress={catalogue.choose}
        >
          {confirmLabel}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
