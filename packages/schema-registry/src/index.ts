/** A schema registry; see README.md. */
export {};
