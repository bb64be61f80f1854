/**
 * All the ways that a template says; names in braces stay as they are.
 * @example expand('[show|list] {agency} actions') // ['show {agency} actions', 'list {agency} actions']
 */
export function expand(template: string): string[] {
  const choice = /\[([^[\]]*)\]/.exec(template);
  if (!choice) return [template.replace(/\s+/g, ' ').trim()];
  const before = template.slice(0, choice.index);
  const after = template.slice(choice.index + choice[0].length);
  return (choice[1] ?? '').split('|').flatMap((part) => expand(`${before}${part}${after}`));
}

/** So many of the expansions, evenly spread; the same every time. */
export function expandSome(template: string, most: number): string[] {
  const all = expand(template);
  if (all.length <= most) return all;
  const step = all.length / most;
  return Array.from({ length: most }, (_, index) => all[Math.floor(index * step + ((index * 7) % 11) * (step / 11))] ?? '');
}
