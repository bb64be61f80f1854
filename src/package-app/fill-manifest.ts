/** `${{NAME}}`, as the Microsoft 365 Agents Toolkit writes it, so that both can fill the same manifest. */
const PLACEHOLDER = /\$\{\{\s*(\w+)\s*\}\}/g;

export interface Filled {
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Names for which there was no value. */
  readonly unfilled: readonly string[];
}

/** The manifest with its placeholders replaced; values are put into JSON strings as text. */
export function fillManifest(template: string, values: Readonly<Record<string, string>>): Filled {
  const unfilled = new Set<string>();
  const text = template.replace(PLACEHOLDER, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) unfilled.add(name);
    return value === undefined ? placeholder : JSON.stringify(value).slice(1, -1);
  });
  return { manifest: JSON.parse(text), unfilled: [...unfilled] };
}
