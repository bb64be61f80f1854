/**
 * The same function, which works out each argument's value once and keeps it as long as the
 * argument lives.
 */
export function rememberEach<Argument extends object, Value extends {}>(
  find: (argument: Argument) => Value,
): (argument: Argument) => Value {
  const values = new WeakMap<Argument, Value>();
  return (argument) => {
    const known = values.get(argument);
    if (known !== undefined) return known;
    const found = find(argument);
    values.set(argument, found);
    return found;
  };
}
