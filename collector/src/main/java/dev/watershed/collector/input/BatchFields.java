package dev.watershed.collector.input;

/** Fields as {@code mysql -B} prints them: {@code \t}, {@code \n}, {@code \0} and {@code \\}. */
public final class BatchFields {

  private BatchFields() {}

  /** The value without its escapes. */
  public static String unescaped(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder text = new StringBuilder(field.length());
    for (int at = 0; at < field.length(); at++) {
      char c = field.charAt(at);
      if (c != '\\' || at + 1 == field.length()) {
        text.append(c);
        continue;
      }
      at++;
      text.append(
          switch (field.charAt(at)) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case '0' -> '\0';
            default -> field.charAt(at);
          });
    }
    return text.toString();
  }
}
