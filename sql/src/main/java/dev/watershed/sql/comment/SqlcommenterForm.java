package dev.watershed.sql.comment;

/**
 * The form of sqlcommenter (its specification, "Key value format", also OpenTelemetry's and
 * Datadog's): {@code key='value'} pairs, separated by commas, with white space allowed around keys,
 * values and separators. A backslash takes the byte behind it into the value. The body must be made
 * of pairs from end to end; a comma behind the last one is let pass.
 */
final class SqlcommenterForm {

  private SqlcommenterForm() {}

  /** Shows each pair to the visitor; returns their number, or 0 when the form ends too early. */
  static int visit(byte[] body, int from, int to, CommentTagVisitor visitor) {
    int tags = 0;
    int at = CommentTags.skipBlanks(body, from, to);
    while (at < to) {
      int keyFrom = at;
      while (at < to && CommentTags.isKeyByte(body[at])) {
        at++;
      }
      int keyTo = at;
      at = CommentTags.skipBlanks(body, at, to);
      if (keyTo == keyFrom || at == to || body[at] != '=') {
        return 0;
      }
      at = CommentTags.skipBlanks(body, at + 1, to);
      if (at == to || body[at] != '\'') {
        return 0;
      }
      int valueFrom = at + 1;
      int valueTo = endOfValue(body, valueFrom, to);
      if (valueTo == to) {
        return 0;
      }
      if (tags < CommentTags.MOST_TAGS) {
        visitor.visitTag(body, keyFrom, keyTo, valueFrom, valueTo, CommentForm.SQLCOMMENTER);
        tags++;
      }
      at = CommentTags.skipBlanks(body, valueTo + 1, to);
      if (at < to && body[at] != ',') {
        return 0;
      }
      at = CommentTags.skipBlanks(body, Math.min(at + 1, to), to);
    }
    return tags;
  }

  /** The place of the closing quote, or {@code to}. */
  private static int endOfValue(byte[] body, int from, int to) {
    int at = from;
    while (at < to && body[at] != '\'') {
      at += body[at] == '\\' ? 2 : 1;
    }
    return Math.min(at, to);
  }
}
