/** The one item with a name. */
export function onlyOneNamed<T>(name: string, items: readonly T[], nameOf: (item: T) => string | undefined): T {
  const [item, ...more] = items.filter((candidate) => nameOf(candidate) === name);
  if (item === undefined) throw new Error(`nothing with "display_name"="${name}" was found`);
  if (more.length > 0) throw new Error(`there are several with "display_name"="${name}"`);
  return item;
}
