/**
 * The part of adaptivecards-templating that is used here. Its own types lead into the sources of the renderer, which do
 * not compile under our settings; `tsconfig.json` sends the compiler here instead.
 */
export class Template {
  constructor(payload: unknown);
  expand(context: { $root: unknown }): object;
}
