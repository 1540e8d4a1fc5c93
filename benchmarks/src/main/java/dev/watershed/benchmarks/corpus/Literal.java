package dev.watershed.benchmarks.corpus;

/** The random parts of a statement. */
enum Literal {
  /** {@code 48213} */
  INTEGER('i'),
  /** {@code 'some words'}, with quotes, escapes and UTF-8 now and then. */
  STRING('s'),
  /** {@code '2026-11-23 02:13:44'} */
  DATE('d'),
  /** {@code 129.95} */
  DECIMAL('m'),
  /** {@code 4, 8, 15}: 1 to 40 of them. */
  INTEGERS('l'),
  /** A sqlcommenter comment, on some executions. */
  COMMENT('c'),
  /** The rows of an insert, 10 to 1,000 of them. */
  ROWS('r');

  private final char mark;

  Literal(char mark) {
    this.mark = mark;
  }

  /** The literal that <code>{mark}</code> stands for in a template. */
  static Literal of(char mark) {
    for (Literal literal : values()) {
      if (literal.mark == mark) {
        return literal;
      }
    }
    throw new IllegalArgumentException("no literal {" + mark + "}");
  }
}
