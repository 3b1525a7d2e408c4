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

import { defaultKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import {
  codeFolding,
  foldGutter,
  foldKeymap,
  syntaxHighlighting,
} from '@codemirror/language';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { EditorState, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { MutableRefObject, useEffect, useRef } from 'react';
import { maskedLines } from './maskedLines';
import styles from './YamlEditor.module.css';

/** What can be done with the editor from outside. */
export interface YamlEditorHandle {
  find(): void;
}

/** Properties of {@link YamlEditor}. */
export interface YamlEditorProps {
  label: string;
  text: string;
  masked: readonly { path: string; reason: string }[];
  handle: MutableRefObject<YamlEditorHandle | undefined>;
}

function maskMarks(state: EditorState, masked: YamlEditorProps['masked']) {
  const marks = new RangeSetBuilder<Decoration>();
  const lines = maskedLines(state.doc.toString(), masked);
  for (const line of [...lines.keys()].sort((a, b) => a - b)) {
    marks.add(
      state.doc.line(line).from,
      state.doc.line(line).from,
      Decoration.line({
        class: styles.masked,
        attributes: { title: lines.get(line)! },
      }),
    );
  }
  return marks.finish();
}

function editorState({ label, text, masked }: YamlEditorProps): EditorState {
  const bare = EditorState.create({ doc: text });
  return EditorState.create({
    doc: bare.doc,
    extensions: [
      lineNumbers(),
      foldGutter(),
      codeFolding(),
      drawSelection(),
      search({ top: true }),
      yaml(),
      syntaxHighlighting(classHighlighter),
      keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap]),
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.lineWrapping,
      EditorView.decorations.of(maskMarks(bare, masked)),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-readonly': 'true',
        tabindex: '0',
      }),
    ],
  });
}

/** A text in YAML to read: folds, is searched, and marks what is masked. */
export function YamlEditor(props: YamlEditorProps) {
  const { label, text, masked, handle } = props;
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>();
  useEffect(() => {
    const state = editorState({ label, text, masked, handle });
    if (view.current) {
      // Read anew: whoever has scrolled to a line stays there.
      const { scrollTop } = view.current.scrollDOM;
      view.current.setState(state);
      view.current.scrollDOM.scrollTop = scrollTop;
    } else {
      view.current = new EditorView({ state, parent: parent.current! });
      const editor = view.current;
      handle.current = {
        find: () => {
          openSearchPanel(editor);
          editor.dom.querySelector<HTMLElement>('[main-field]')?.focus();
        },
      };
    }
  }, [label, text, masked, handle]);
  useEffect(
    () => () => {
      view.current?.destroy();
      view.current = undefined;
      handle.current = undefined;
    },
    [handle],
  );
  return <div ref={parent} className={styles.editor} />;
}
