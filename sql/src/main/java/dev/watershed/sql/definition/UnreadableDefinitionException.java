package dev.watershed.sql.definition;

/** A statement that is no definition as this reader knows them. */
final class UnreadableDefinitionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int offset;

  UnreadableDefinitionException(int offset, String message) {
    super(message);
    this.offset = offset;
  }

  /** Where in the script, in characters. */
  int offset() {
    return offset;
  }
}
