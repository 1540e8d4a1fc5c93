package dev.watershed.sql.fingerprint;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a password may stand. The grammar takes a string there and no name, so that what stands in
 * double quotes is a literal even under ANSI_QUOTES: the server that reads a name rejects the
 * statement, but may log it (MySQL 9.7 Reference Manual, "Account Management Statements", "CHANGE
 * REPLICATION SOURCE TO", "START REPLICA", "CREATE SERVER"; MariaDB, "CREATE USER").
 *
 * <p>Told the tokens of a statement in order. Most statements show by their first one that they
 * have no such place, and the others need not be told.
 */
final class SecretPlaces {

  private static final Map<String, Integer> WORDS = Tokens.TABLE.words();

  private static final int IDENTIFIED = word("IDENTIFIED");
  private static final int OR = word("OR");
  private static final int PASSWORD = word("PASSWORD");
  private static final int REPLACE = word("REPLACE");
  private static final int WITH = word("WITH");

  /** Another word that ends in PASSWORD: SOURCE_PASSWORD, MASTER_PASSWORD, OLD_PASSWORD. */
  private static final int OTHER_PASSWORD = -1;

  /** What MariaDB has for WITH. */
  private static final int VIA = -2;

  private static final String PASSWORD_SUFFIX = "PASSWORD";
  private static final String VIA_NAME = "VIA";

  private static final Set<Integer> ROW_STATEMENTS =
      words("SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH", "CALL");

  /** What a statement within another one may follow. */
  private static final Set<Integer> BEFORE_STATEMENT = words("BEGIN", "DO", "ELSE", "FOR", "THEN");

  /** The first two words of statements that have a password among their options. */
  private static final Map<Integer, Set<Integer>> WITH_OPTION =
      Map.of(
          word("SET"), words("PASSWORD"),
          word("CHANGE"), words("MASTER", "REPLICATION"),
          word("START"), words("REPLICA", "SLAVE", "GROUP_REPLICATION"),
          word("CREATE"), words("SERVER"),
          word("ALTER"), words("SERVER"));

  /** What stands before a password behind IDENTIFIED. */
  private static final Set<Integer> BEFORE_CREDENTIAL = words("BY", "AS", "USING");

  private final boolean ansiQuotes;

  private boolean ofRows;

  /** What the second word of the statement may be for it to have a password among its options. */
  private Set<Integer> expected = Set.of();

  private boolean hasOption;

  /** An option for a password, or how an account is identified, has been named. */
  private boolean option;

  private boolean authentication;

  private int last;
  private int beforeLast;

  SecretPlaces(boolean ansiQuotes) {
    this.ansiQuotes = ansiQuotes;
  }

  private static int word(String word) {
    return WORDS.get(word);
  }

  private static Set<Integer> words(String... words) {
    return Arrays.stream(words).map(WORDS::get).collect(Collectors.toUnmodifiableSet());
  }

  void start() {
    ofRows = !ansiQuotes;
    expected = Set.of();
    hasOption = false;
    option = false;
    authentication = false;
    last = Tokens.NONE;
    beforeLast = Tokens.NONE;
  }

  /** Whether the next token has to be told. */
  boolean watches() {
    return !ofRows;
  }

  /** A token that is no identifier. */
  void token(int token) {
    if (token == ';') {
      start();
    } else if (!ofRows) {
      boolean other = token != PASSWORD && Tokens.TABLE.name(token).endsWith(PASSWORD_SUFFIX);
      next(other ? OTHER_PASSWORD : token);
    }
  }

  void identifier(byte[] name, int length) {
    if (!ofRows) {
      boolean via = length == VIA_NAME.length() && endsIn(name, length, VIA_NAME);
      boolean other = endsIn(name, length, PASSWORD_SUFFIX);
      next(via ? VIA : other ? OTHER_PASSWORD : Tokens.IDENTIFIER);
    }
  }

  private void next(int told) {
    boolean plugin = beforeLast == IDENTIFIED && (last == WITH || last == VIA) && isName(told);
    int token = plugin ? Tokens.IDENTIFIER : told;
    boolean first = last == Tokens.NONE;
    ofRows = first && ROW_STATEMENTS.contains(token);
    if ((first || BEFORE_STATEMENT.contains(last)) && WITH_OPTION.containsKey(token)) {
      expected = WITH_OPTION.get(token);
      hasOption = false;
      option = false;
    } else if (token != OR && token != REPLACE) {
      hasOption |= expected.contains(token);
      expected = Set.of();
    }
    if (token == ',') {
      option = false;
      authentication = false;
    }
    option |= hasOption && isPassword(token);
    authentication |= plugin || last == IDENTIFIED && token == Tokens.BY;
    beforeLast = last;
    last = token;
  }

  /** Some plugins have names like {@code caching_sha2_password}. */
  private static boolean isName(int token) {
    return token == Tokens.IDENTIFIER || token == Tokens.VALUE || token == OTHER_PASSWORD;
  }

  private static boolean isPassword(int token) {
    return token == PASSWORD || token == OTHER_PASSWORD;
  }

  /** Whether a password may stand behind the tokens so far. */
  boolean mayFollow() {
    if (BEFORE_CREDENTIAL.contains(last)) {
      return authentication;
    }
    if (last == '=' || last == Tokens.ASSIGN) {
      return option;
    }
    boolean called = last == '(' && isPassword(beforeLast);
    return (isPassword(last) || last == REPLACE || called) && (option || authentication);
  }

  private static boolean endsIn(byte[] name, int length, String suffix) {
    int from = length - suffix.length();
    for (int i = 0; i < suffix.length() && from >= 0; i++) {
      byte letter = name[from + i];
      int capital = letter >= 'a' && letter <= 'z' ? letter - 32 : letter;
      if (capital != suffix.charAt(i)) {
        return false;
      }
    }
    return from >= 0;
  }
}
