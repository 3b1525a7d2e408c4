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

import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * The texts of the card kit and of the action dialog. Plugins translate them with a translation resource for this reference.
 *
 * @public
 */
export const fleetReactTranslationRef = createTranslationRef({
  id: 'fleet-react',
  messages: {
    freshness: {
      updated: 'Updated {{age}} ago',
      never: 'No data has arrived yet',
      refreshing: 'Refreshing',
      stream: 'Live: changes arrive as they happen.',
      poll: 'The live stream is not available: the data is asked for again every few seconds.',
      offline: 'The backend does not answer: this is the last that was known.',
      stale: 'Older than five minutes.',
      offlineWord: 'Offline',
      pollWord: 'Polling',
    },
    filter: {
      notNarrowed: 'Not narrowed',
      notNarrowedHint:
        'The page is narrowed by words or by status, which this card does not tell apart: it is about all of the chosen clusters and namespaces.',
    },
    coverage: {
      badge: '{{clusters}} missing',
      dated: '{{cluster}} {{reason}}, data from {{age}} ago',
      missing: '{{cluster}} {{reason}}, no data',
      resource: '{{cluster}}: {{resource}} {{reason}}',
      more: '+ {{others}} more',
      notInstalled: 'not installed in {{clusters}}',
      limited: '{{visible}} of {{all}} namespaces',
      limitedHint:
        'You may read {{visible}} of {{all}} namespaces; figures leave out the others.',
      demo: 'Demo',
      demoHint: 'Some of these clusters are simulated.',
      reason: {
        unreachable: 'unreachable',
        timeout: 'timed out',
        dns: 'not found by name',
        refused: 'refused the connection',
        certificate: 'has a certificate that is not trusted',
        auth: 'refused the credential',
        forbidden: 'not permitted',
        degraded: 'degraded',
        syncing: 'still loading',
        tooLarge: 'too large to read',
        invalid: 'has an invalid definition',
      },
    },
    card: {
      refresh: 'Refresh {{title}}',
      loading: 'Loading {{title}}',
      count: '{{total}} in all',
      emptyTitle: 'Nothing to show',
      emptyPartial:
        'Nothing in the clusters that answered. Those below did not, so there may be more.',
      unansweredTitle: 'No cluster has answered yet',
      unansweredText:
        'What they hold is not known. They are asked again by themselves.',
      deniedTitle: 'You may not see this',
      deniedText:
        'It needs the permission {{permission}}. Ask an administrator of the portal for it.',
      errorTitle: 'This could not be loaded',
      errorText:
        'The backend could not answer. What is shown elsewhere is not affected.',
      errorKept:
        'This could not be brought up to date; below is the last that was known.',
      crashTitle: 'This card failed',
      crashText:
        'It hit an error while drawing itself. The other cards are not affected.',
      configTitle: 'The configuration of this card is not valid',
      configText:
        'Correct it under app.extensions in the configuration of the app.',
      configPlacedText:
        'The settings of this place do not fit the card. Choose Configure in its menu to correct them.',
      elsewhereTitle: 'Nothing of this page',
      elsewhereText:
        'The settings of this card limit it to other clusters or namespaces than those of this page.',
      actionCrashTitle: 'This failed',
      menu: 'Menu of {{title}}',
      search: 'Search',
      searchIn: 'Search in {{title}}',
      noneOfStatus: 'Nothing has one of the chosen statuses',
      notFound: 'Nothing matches “{{text}}”',
      showAll: 'Show all',
      refreshNow: 'Refresh',
      expand: 'Full screen',
      collapse: 'Collapse',
      uncollapse: 'Show content',
      configure: 'Configure',
      replace: 'Replace',
      remove: 'Remove',
      copyLink: 'Copy link',
      copyEmbedLink: 'Copy link to embed',
      linkCopied: 'Link copied',
      cancel: 'Cancel',
      close: 'Close',
      dismiss: 'Dismiss',
      offlineTitle: 'The backend does not answer',
      offlineText:
        'It is asked again by itself. Check that the backend runs and that you are online.',
      tryAgain: 'Try again',
      copyDetails: 'Copy details',
      copied: 'Copied',
    },
    csv: {
      download: 'Download as CSV',
      fetching: 'Asking for all rows',
      progress: '{{done}} of {{of}} rows',
      done: 'Saved {{rows}} rows',
      truncated:
        'Saved the first {{rows}} of {{total}} rows. Search or narrow the dashboard to save the others.',
      failed: 'The rows could not be read: {{message}}',
    },
    configure: {
      title: 'Configure {{title}}',
      cardTitle: 'Title',
      cardTitleHint: 'Leave it empty for the title of the card.',
      clusters: 'Clusters',
      clustersHint: 'The card shows these clusters only.',
      allClusters: 'All clusters',
      namespaces: 'Namespaces',
      namespacesHint: 'The card shows these namespaces only.',
      allNamespaces: 'All namespaces',
      commas: 'Joined by commas.',
      none: 'This card has no other settings.',
      reset: 'Reset to default',
      save: 'Save',
    },
    report: {
      menu: 'Report a problem',
      title: 'Report a problem',
      text: 'Say what happened, then copy the report to whoever looks after this portal. Nothing is sent from here. Look it over first: an error may name things of yours.',
      report: 'Report',
      copy: 'Copy report',
      support: 'Open support',
    },
    platform: {
      local: 'Local machine',
      bare: 'Bare metal',
    },
    table: {
      sort: 'Sort by {{column}}',
      showMore: 'Show more',
      shown: '{{shown}} of {{total}} shown',
      atMost:
        'The first {{shown}} of {{total}} are shown. Narrow the dashboard to see the others.',
      copyName: 'Copy name',
      rowActions: 'Actions for {{name}}',
      actions: 'Actions',
    },
    grid: {
      rowLoading: 'Loading',
    },
    action: {
      checking: 'Checking whether you may do this',
      notAllowed:
        'You may not do this. It needs the permission {{permission}}.',
      unknownAllowed: 'Whether you may do this could not be found out.',
      target: 'On {{kind}} {{name}} in {{place}}',
      preview: 'Preview',
      previewAgain: 'Preview again',
      outdated: 'Changed since this preview',
      previewing: 'Asking the cluster what would change',
      whatChanges: 'What will change',
      noChanges: 'Nothing would change.',
      renewedText:
        'Nothing was done. This is what would change now; confirm it again if you want it.',
      path: 'Field',
      before: 'Before',
      after: 'After',
      absent: 'not set',
      reason: 'Reason',
      reasonHint: 'Optional. Kept in the audit log.',
      running: 'Working',
      cancel: 'Cancel',
      close: 'Close',
      succeeded: 'Done',
      failed: 'Not done',
      unknown: 'It is not known whether it was done',
      unknownText:
        'The answer did not arrive. Asking again is safe: it runs at most once.',
      askAgain: 'Ask again',
      audit: 'Audit record {{id}}',
      severity: {
        info: 'Note',
        warning: 'Warning',
        error: 'Problem',
      },
      problem: {
        denied: 'You may not do this',
        deniedText:
          'It needs the permission {{permission}} there. Ask an administrator of the portal for it.',
        conflict: 'The object has changed since the preview',
        conflictText:
          'Nothing was done. Preview again to see what would change now.',
        gone: 'The object is not there any more',
        goneText: 'Nothing was done. It may have been deleted or recreated.',
        invalid: 'This cannot be done as asked',
        unavailable: 'The cluster or the backend does not answer',
        unavailableText: 'Nothing was done. Try again in a moment.',
        other: 'This did not work',
      },
    },
  },
});
