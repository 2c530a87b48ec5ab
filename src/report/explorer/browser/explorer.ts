// The list in use: keeps what is searched, filtered, opened and current, and hands it to the list to draw.
import { h, type ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { ExplorerData } from '../explorer-data.ts';
import { filterScenarios, NO_FILTER, type Filter } from '../view/filter.ts';
import { ScenarioList } from '../view/scenario-list.ts';
import { scenarioAddress } from '../../addresses.ts';
import { readAddress } from './address.ts';
import { createSearch } from './search.ts';

/** Rows drawn at first, and more at each press of the button. */
const PAGE = 60;

export function Explorer({ data }: { readonly data: ExplorerData }): ComponentChildren {
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string>();
  const [most, setMost] = useState(PAGE);
  const search = useMemo(() => createSearch(data), [data]);
  const shown = useMemo(() => filterScenarios(data, filter, search(filter.words)), [data, filter, search]);

  const change = useCallback((next: Filter) => {
    setFilter(next);
    setMost(PAGE);
  }, []);
  const toggle = useCallback((id: string) => {
    setCurrent(id);
    setOpen((before) =>
      before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
    );
  }, []);

  useEffect(() => {
    const follow = (): void => {
      const asked = readAddress(location.hash, data, (address) => document.getElementById(address) !== null);
      if (asked.kind === 'filter') {
        change(asked.filter);
        scrollToId('scenarios');
      }
      // The list above the spec has just become longer or shorter.
      if (asked.kind === 'clause') scrollToId(asked.address);
      if (asked.kind !== 'scenario') return;
      setFilter(NO_FILTER);
      setMost((before) => Math.max(before, 1 + data.scenarios.findIndex(({ id }) => id === asked.id)));
      setCurrent(asked.id);
      setOpen((before) => new Set([...before, asked.id]));
      scrollTo(asked.id);
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [data, change]);

  // As soon as the rows are drawn: an effect after the picture would miss a key, or move on from the row before.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLInputElement>('#search')?.focus();
        return;
      }
      const step = { j: 1, k: -1 }[event.key];
      const place = shown.findIndex(({ id }) => id === current);
      if (step !== undefined) {
        const next = shown[Math.max(0, Math.min(place + step, shown.length - 1))];
        if (next === undefined) return;
        setMost((before) => Math.max(before, shown.indexOf(next) + 1));
        setCurrent(next.id);
        scrollTo(next.id);
      }
      // Enter on a focused button already presses it.
      if (event.key === 'Enter' && current !== undefined && !(event.target instanceof HTMLButtonElement))
        toggle(current);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [shown, current, toggle]);

  const showMore = (): void => setMost(most + PAGE);
  return h(ScenarioList, { data, filter, shown, most, open, current, change, toggle, showMore });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

function scrollToId(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView());
}

/** After the row has been drawn. */
function scrollTo(id: string): void {
  requestAnimationFrame(() => {
    const row = document.getElementById(scenarioAddress(id));
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector<HTMLButtonElement>('button')?.focus({ preventScroll: true });
  });
}
