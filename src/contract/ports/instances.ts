/**
 * The instances of Convenor that are running: together they must keep to what Teams allows one app.
 */
export interface Instances {
  /**
   * Registers this instance until a time, in milliseconds since 1970, and returns all that are
   * registered now, this one among them, in an order that is the same for each of them.
   */
  announce(instance: string, until: number): Promise<readonly string[]>;
  deregister(instance: string): Promise<void>;
}
