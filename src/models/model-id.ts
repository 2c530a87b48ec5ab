// The two parts of a model's id, `provider/model`.

/** The name of the provider, as the config has it. */
export function providerName({ id }: { readonly id: string }): string {
  return id.slice(0, Math.max(0, id.indexOf('/')));
}

/** The model's own name, as it is sent. May hold slashes itself. */
export function modelName({ id }: { readonly id: string }): string {
  return id.slice(id.indexOf('/') + 1);
}
