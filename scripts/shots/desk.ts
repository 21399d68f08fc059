/** What a facilitator presses. */
import type { Page } from 'playwright-core';

export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async show(section: 'Now' | 'People' | 'Tables' | 'Notes' | 'Panel' | 'Links'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Parts of this page' })
      .getByRole('button', { name: section })
      .click();
  }

  /** Presses a button of the programme: by its beginning, for many name what they end. */
  async press(label: string): Promise<void> {
    await this.page
      .getByRole('region', { name: 'Run the programme' })
      .getByRole('button', { name: new RegExp(`^${label}`, 'iu') })
      .click();
  }

  /** Waits until the programme stands here. */
  async stands(step: string): Promise<void> {
    await this.page
      .getByRole('region', { name: 'Where the café stands' })
      .getByText(step)
      .first()
      .waitFor();
  }

  /** Waits until the last press has been answered. What takes back something else can always be pressed. */
  async isAnswered(): Promise<void> {
    await this.page
      .getByRole('region', { name: 'Run the programme' })
      .getByRole('button', { disabled: false, name: /^(?!Undo: )/u })
      .first()
      .waitFor();
  }

  /** Waits until what the day came to is counted; once the café is closed. */
  async isCounted(): Promise<void> {
    await this.page.getByRole('button', { name: 'Copy this line' }).waitFor();
  }

  async fill(count: number): Promise<void> {
    await this.show('People');
    await this.page.locator('summary', { hasText: 'Fill with simulated people' }).click();
    await this.page.getByLabel('How many').selectOption(String(count));
    await this.page.getByRole('button', { name: 'Fill with simulated people' }).click();
    await this.page.getByText(/simulated people joined/u).waitFor();
  }
}
