import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { patchSlice } from '../../renderer/store/app-store.ts';
import { exampleMachine } from '../fakes/example-machine.ts';
import { aListener, aProcess } from '../fakes/rows.ts';
import { showApp } from './show-app.tsx';

beforeEach(() => page.viewport(1240, 720));

const python = 'tcp/127.0.0.1/62893';
const row = (id: string) => document.querySelector<HTMLElement>(`[data-listener="${id}"]`);
const shownPorts = () =>
  [...document.querySelectorAll('[data-listener]')].map((element) => element.getAttribute('data-listener'));
const selectedRow = () => document.querySelector('[aria-selected="true"]')?.getAttribute('data-listener');
const strikeOf = (id: string, text: string) => {
  const element = [...(row(id)?.querySelectorAll('span') ?? [])].findLast(
    (span) => span.textContent === text,
  );
  return element && getComputedStyle(element).textDecorationLine;
};
const grid = () => page.getByRole('grid', { name: 'Ports' });

async function showMachine() {
  const shown = await showApp(exampleMachine());
  await expect.element(grid()).toBeVisible();
  return shown;
}

function manyListeners(count: number) {
  const owner = aProcess(77);
  return {
    owner,
    processes: [owner],
    listeners: Array.from({ length: count }, (_, index) => aListener(2000 + index, [owner])),
  };
}

describe('the list', () => {
  test('shows a row for each listener, with what is known of it', async () => {
    await showMachine();
    expect(shownPorts()).toHaveLength(exampleMachine().listeners.length);
    expect(row(python)?.textContent).toMatch(
      /62893.*This machine.*python3 60311.*docs-site.*Python file server/,
    );
    expect(row('tcp/0.0.0.0/80')?.textContent).toContain('nginx 812 +3');
    expect(row('tcp/127.0.0.1/631')?.textContent).toContain('Belongs to root; run once with sudo to see');
  });

  test('does not advise more rights to somebody who has them all', async () => {
    await showApp({ ...exampleMachine(), host: { privileged: true } });
    await expect.element(grid()).toBeVisible();
    expect(row('tcp/127.0.0.1/631')?.textContent).not.toContain('sudo');
  });

  test('never says that a registered name is what answers', async () => {
    await showMachine();
    expect(row('tcp/127.0.0.1/5432')?.textContent).toContain('registered for postgresql');
  });

  test('shows a new listener and lets a closed one go after a moment', async () => {
    const { berth } = await showMachine();
    const deno = aProcess(999, { name: 'deno' });
    berth.change({ listeners: [aListener(4000, [deno])], processes: [deno] });
    await expect.element(page.getByText('deno')).toBeVisible();
    berth.change({ removed: [python] });
    await expect.poll(() => strikeOf(python, '62893')).toBe('line-through');
    await expect.poll(() => row(python), { timeout: 4000 }).toBeNull();
  });

  test('shows the new owner when a port changes hands', async () => {
    const { berth } = await showMachine();
    const deno = aProcess(999, { name: 'deno' });
    berth.change({ listeners: [aListener(62_893, [deno])], processes: [deno] });
    await expect.poll(() => row(python)?.textContent).toContain('deno 999');
  });

  test('keeps only the rows in view in the page, and tells how many there are', async () => {
    await showApp(manyListeners(5000));
    await expect.element(grid()).toHaveAttribute('aria-rowcount', '5001');
    expect(shownPorts().length).toBeLessThan(60);
  });

  test('keeps selection, scroll position and focus through changes', async () => {
    const { owner, ...machine } = manyListeners(500);
    const { berth, app } = await showApp(machine);
    await expect.element(grid()).toBeVisible();
    const scroller = grid().element().firstElementChild as HTMLElement;
    scroller.scrollTop = 3800;
    const middle = 'tcp/127.0.0.1/2105';
    await expect.poll(() => row(middle)).not.toBeNull();
    await userEvent.click(row(middle) as HTMLElement);
    const focused = document.activeElement;
    const { scrollTop } = scroller;
    for (let port = 3000; port < 3010; port += 1) berth.change({ listeners: [aListener(port, [owner])] });
    berth.change({ removed: ['tcp/127.0.0.1/2400'] });
    await expect.poll(() => app.store.getState().ports.listeners.size).toBe(509);
    expect(selectedRow()).toBe(middle);
    expect(scroller.scrollTop).toBe(scrollTop);
    expect(document.activeElement).toBe(focused);
  });

  test('does not draw other rows anew when one changes', async () => {
    const { owner, ...machine } = manyListeners(200);
    const { berth } = await showApp(machine);
    await expect.element(grid()).toBeVisible();
    const touched = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const id = element?.closest('[data-listener]')?.getAttribute('data-listener');
        if (id) touched.add(id);
      }
    });
    observer.observe(grid().element(), {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    berth.change({ listeners: [aListener(2003, [owner], { label: 'mine' })], events: [] });
    await expect.element(page.getByText('mine', { exact: true })).toBeVisible();
    observer.disconnect();
    expect([...touched]).toEqual(['tcp/127.0.0.1/2003']);
  });

  test.each([
    [1240, ['Port', 'Reach', 'Process', 'Project', 'Answers as', 'Up']],
    [840, ['Port', 'Reach', 'Process', 'Project', 'Answers as']],
    [760, ['Port', 'Reach', 'Process', 'Answers as']],
    [480, ['Port', 'Reach', 'Process']],
  ])('at %d pixels shows the columns that fit and never scrolls sideways', async (width, titles) => {
    await page.viewport(width, 720);
    await showMachine();
    const heads = [...document.querySelectorAll<HTMLElement>('[role="columnheader"]')];
    const shown = heads.filter((head) => head.offsetParent !== null).map((head) => head.textContent);
    expect(shown).toEqual([...titles, 'Actions']);
    const scroller = grid().element().firstElementChild as HTMLElement;
    expect(scroller.scrollWidth).toBe(scroller.clientWidth);
    expect(document.documentElement.scrollWidth).toBe(width);
  });

  test('orders by a column when its head is pressed, and back to front the second time', async () => {
    await showMachine();
    await userEvent.click(page.getByRole('button', { name: 'Process', exact: true }));
    await expect
      .element(page.getByRole('columnheader', { name: 'Process' }))
      .toHaveAttribute('aria-sort', 'ascending');
    await expect.poll(() => shownPorts()[0]).toBe('tcp/127.0.0.1/62894');
    await userEvent.click(page.getByRole('button', { name: 'Process', exact: true }));
    await expect.poll(() => shownPorts()[0]).toBe('tcp/127.0.0.1/6379');
  });
});

describe('finding', () => {
  test('narrows the list while typing and marks what was found', async () => {
    await showMachine();
    await userEvent.keyboard('/');
    await userEvent.keyboard('project:docs');
    await expect.poll(shownPorts).toEqual([python]);
    expect(document.querySelector('mark')?.textContent).toBe('docs');
  });

  test('a chip shows its rows and its count', async () => {
    await showMachine();
    await userEvent.click(page.getByRole('button', { name: 'UDP 1' }));
    await expect.poll(shownPorts).toEqual(['udp/0.0.0.0/5353']);
  });

  test('says that nothing listens on a port that was looked for, and shows everything again', async () => {
    await showMachine();
    await userEvent.fill(page.getByRole('searchbox'), ':4444');
    await expect.element(page.getByRole('heading', { name: 'Nothing listens on 4444' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Show all ports' }));
    await expect.poll(() => shownPorts().length).toBe(14);
  });
});

describe('the keyboard', () => {
  test('moves the selection, opens the inspector and backs out one step at a time', async () => {
    const { app } = await showMachine();
    await userEvent.keyboard('jjk{ArrowDown}');
    await expect.poll(selectedRow).toBe('tcp/0.0.0.0/443');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('complementary', { name: 'Port 443' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('complementary')).not.toBeInTheDocument();
    expect(selectedRow()).toBe('tcp/0.0.0.0/443');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => app.store.getState().view.selectedId).toBeNull();
  });

  test('letters type into the search, arrows walk the list from there', async () => {
    await showMachine();
    await userEvent.keyboard('/');
    await userEvent.keyboard('jok');
    await expect.element(page.getByRole('searchbox')).toHaveValue('jok');
    await userEvent.clear(page.getByRole('searchbox'));
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(selectedRow).toBe('tcp/0.0.0.0/80');
  });

  test('Enter in the search opens the first row that was found', async () => {
    await showMachine();
    await userEvent.keyboard('/');
    await userEvent.keyboard('python{Enter}');
    await expect.element(page.getByRole('complementary', { name: 'Port 62893' })).toBeVisible();
  });

  test('Tab goes from the list to the buttons of the selected row only', async () => {
    await showMachine();
    await userEvent.click(row(python) as HTMLElement);
    await expect.poll(() => document.activeElement).toBe(grid().element());
    const inRows = [...document.querySelectorAll<HTMLElement>('[data-listener] button')];
    const reachable = inRows.filter((button) => button.tabIndex === 0);
    expect(reachable.length).toBe(4);
    expect(reachable.every((button) => row(python)?.contains(button))).toBe(true);
  });

  test('the list takes the focus back from a row that leaves', async () => {
    const { berth } = await showMachine();
    const copy = row(python)?.querySelector<HTMLElement>('button[aria-label^="Copy"]');
    copy?.focus();
    berth.change({ removed: [python] });
    await expect.poll(() => document.activeElement, { timeout: 4000 }).toBe(grid().element());
  });

  test('keeps the selected row in the page however far it is scrolled away', async () => {
    await showApp(manyListeners(2000));
    await expect.element(grid()).toBeVisible();
    await userEvent.keyboard('j');
    const scroller = grid().element().firstElementChild as HTMLElement;
    scroller.scrollTop = 40_000;
    await expect.poll(() => row('tcp/127.0.0.1/3050')).not.toBeNull();
    const active = grid().element().getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)).toBe(row('tcp/127.0.0.1/2000'));
  });

  test('goes to the last row and brings it into view', async () => {
    await showApp(manyListeners(2000));
    await expect.element(grid()).toBeVisible();
    await userEvent.keyboard('{End}');
    await expect.poll(selectedRow).toBe('tcp/127.0.0.1/3999');
    await expect.element(page.getByText('3999')).toBeInViewport();
  });
});

describe('the inspector', () => {
  test('reads the process anew and shows what it finds', async () => {
    const machine = exampleMachine();
    const shown = await showApp({
      ...machine,
      handlers: {
        'processes.read': async ({ pid }) => {
          const process = machine.processes.find((one) => one.pid === pid) ?? aProcess(pid);
          return { ok: true, value: { ...process, cwd: '/home/maya/elsewhere' } };
        },
      },
    });
    await expect.element(grid()).toBeVisible();
    await userEvent.click(row(python) as HTMLElement);
    await expect.element(page.getByText('~/elsewhere')).toBeVisible();
    expect(shown.berth.asked.map(({ name }) => name)).toContain('processes.read');
  });

  test('shows who else is bound to the number, and warns that localhost may reach either', async () => {
    await showMachine();
    await userEvent.click(row(python) as HTMLElement);
    await expect.element(page.getByRole('button', { name: '::1 node 60400' })).toBeVisible();
    await expect.element(page.getByText(/may reach either/)).toBeVisible();
  });

  test('saves a label, which then stands in the row', async () => {
    const { berth } = await showMachine();
    await userEvent.click(row(python) as HTMLElement);
    await userEvent.click(page.getByRole('button', { name: 'Add label' }));
    await userEvent.keyboard('handbook{Enter}');
    await expect.poll(() => row(python)?.textContent).toContain('handbook');
    expect(berth.asked).toContainEqual({
      name: 'ports.label',
      arguments: { port: 62_893, label: 'handbook' },
    });
  });

  test('still says what held the port when it has closed', async () => {
    const { berth } = await showMachine();
    await userEvent.click(row(python) as HTMLElement);
    berth.change({ removed: [python] });
    await expect.poll(() => row(python), { timeout: 4000 }).toBeNull();
    await expect.element(page.getByText(/^Nothing holds 127.0.0.1:62893 any more/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Kill python3/ })).not.toBeInTheDocument();
  });

  test('lies over the list when there is no room beside it, and Escape gives the list back', async () => {
    await page.viewport(600, 720);
    const { app } = await showMachine();
    patchSlice(app.store, 'view', { selectedId: python, inspectorOpen: true });
    const sheet = page.getByRole('complementary');
    await expect.element(sheet).toHaveFocus();
    expect(document.querySelector('main')?.inert).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.element(sheet).not.toBeInTheDocument();
    await expect.element(grid()).toHaveFocus();
  });
});
