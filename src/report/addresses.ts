// Addresses within the page: of a scenario, of a clause's text, and of the list narrowed to what tests a clause or to a model.

/** The address of one scenario. */
export function scenarioAddress(id: string): string {
  return `scenario/${encodeURIComponent(id)}`;
}

/** The address of a clause where the spec is read; it also narrows the list to its scenarios. */
export function clauseAddress(id: string): string {
  return `clause/${encodeURIComponent(id)}`;
}

/** The address of the list of scenarios, narrowed. */
export function listAddress(by: 'clause' | 'model', name: string): string {
  return `scenarios/${by}/${encodeURIComponent(name)}`;
}
