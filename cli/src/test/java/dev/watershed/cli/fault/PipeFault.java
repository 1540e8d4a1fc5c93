package dev.watershed.cli.fault;

/** What happens to a connection behind a byte of what a server answers. */
enum PipeFault {
  /** Nothing: bytes are counted. */
  NONE,
  /** The connection is reset. */
  CUT,
  /** The connection is closed as if the server had said all. */
  CLOSED,
  /** The connection is reset, and from then on nobody answers at the address. */
  GONE,
  /** Nothing comes any more, and nothing is closed. */
  FROZEN,
  /** Nothing comes for a while, shorter than any limit. */
  DELAYED
}
