// Declarations follow.
