/** Which instances of Convenor are running, as far as they say so: together they must keep to what Teams allows one app. */
export interface Instances {
  /**
   * Says that this instance is there until a time, in milliseconds since 1970, and answers with all that are there now, this one
   * among them, in an order that is the same for each of them.
   */
  announce(instance: string, until: number): Promise<readonly string[]>;
  leave(instance: string): Promise<void>;
}
