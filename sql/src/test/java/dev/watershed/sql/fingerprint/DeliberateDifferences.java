package dev.watershed.sql.fingerprint;

/**
 * Where fingerprints are coarser than the server's digests, as a function on its digest texts: the
 * list of {@code docs/fingerprint.md}.
 */
final class DeliberateDifferences {
  private DeliberateDifferences() {}

  static String apply(String serverText) {
    return signs(rows(serverText));
  }

  /** One row and several rows are one fingerprint. */
  private static String rows(String text) {
    return text.replace("(...) /* , ... */", "(...)").replace("(?) /* , ... */", "(?)");
  }

  /** A sign before a string or a placeholder is a part of it, as it is before a number. */
  private static String signs(String text) {
    String operators = "[(,=<>+*/%^|&-]|!=|<=|>=|<=>|<<|>>|\\|\\||&&";
    String words =
        "AND|OR|XOR|NOT|BETWEEN|LIKE|RLIKE|DIV|MOD|CASE|WHEN|THEN|ELSE|IF|INTERVAL|SELECT|DEFAULT"
            + "|RETURN|AT|EVERY|STARTS|ENDS";
    return text.replaceAll("(?<=(?:^| )(?:" + operators + "|" + words + ") )(?:[-+] )+(?=\\?)", "");
  }
}
