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

import { render, screen } from '@testing-library/react';
import App from './App';

function configure(data: object) {
  process.env = {
    NODE_ENV: 'test',
    APP_CONFIG: [{ context: 'test', data }] as any,
  };
}

describe('App', () => {
  it('shows the sign-in page unless guests are signed in automatically', async () => {
    configure({
      app: { title: 'Quarterdeck', baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      auth: { environment: 'development' },
    });

    render(App.createRoot());

    await expect(
      screen.findByRole('button', { name: 'Enter' }, { timeout: 10_000 }),
    ).resolves.toBeInTheDocument();
  });
});
