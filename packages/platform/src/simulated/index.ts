/** A deterministic world: virtual time, seeded chance, faults. */
export {};
