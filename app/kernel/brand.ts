/** A string or number that has passed its one constructor and cannot be mixed up with another. */

declare const brand: unique symbol;

export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Undoes a subscription. Calling it twice is harmless. */
export type Unsubscribe = () => void;
