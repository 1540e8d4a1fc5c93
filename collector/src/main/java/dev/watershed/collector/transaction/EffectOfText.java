package dev.watershed.collector.transaction;

import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.lexical.LexicalFacts;
import dev.watershed.sql.lexical.LexicalPass;
import java.util.List;
import java.util.Locale;

/** The effect of all statements with one fingerprint, from its first words. */
final class EffectOfText {

  private static final int WORDS = 6;
  private static final String AUTOCOMMIT = "autocommit";

  private EffectOfText() {}

  static StatementEffect of(Fingerprint fingerprint) {
    String text = fingerprint.text();
    LexicalFacts facts = LexicalPass.of(text, fingerprint.truncated());
    List<String> words = words(text);
    return switch (facts.kind()) {
      case INSERT, REPLACE, UPDATE, DELETE, LOAD, CALL, HANDLER -> StatementEffect.MEMBER;
      case SELECT, DO ->
          facts.tables().isEmpty() && !fingerprint.truncated()
              ? StatementEffect.NONE
              : StatementEffect.MEMBER;
      case PREPARE ->
          words.get(0).equals("EXECUTE") ? StatementEffect.MEMBER : StatementEffect.NONE;
      case BEGIN -> StatementEffect.BEGIN;
      case COMMIT ->
          ended(
              text,
              StatementEffect.COMMIT,
              StatementEffect.COMMIT_AND_CHAIN,
              StatementEffect.COMMIT_AND_RELEASE);
      case ROLLBACK ->
          ended(
              text,
              StatementEffect.ROLLBACK,
              StatementEffect.ROLLBACK_AND_CHAIN,
              StatementEffect.ROLLBACK_AND_RELEASE);
      case CREATE, DROP ->
          words.get(1).equals("TEMPORARY")
                  || (words.get(1).equals("OR") && words.get(3).equals("TEMPORARY"))
              ? StatementEffect.MEMBER
              : StatementEffect.IMPLICIT_COMMIT;
      case ALTER, RENAME, TRUNCATE, GRANT -> StatementEffect.IMPLICIT_COMMIT;
      case MAINTENANCE ->
          words.get(0).equals("CHECKSUM") ? StatementEffect.NONE : StatementEffect.IMPLICIT_COMMIT;
      case LOCK -> lock(words);
      case SET -> set(text, words);
      case OTHER -> other(words);
      case ADMIN -> administrator(words);
      case USE, SHOW, EXPLAIN, SAVEPOINT -> StatementEffect.NONE;
    };
  }

  private static StatementEffect ended(
      String text, StatementEffect plain, StatementEffect chain, StatementEffect release) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.contains(" CHAIN") && !upper.contains(" NO CHAIN")) {
      return chain;
    }
    return upper.contains(" RELEASE") && !upper.contains(" NO RELEASE") ? release : plain;
  }

  private static StatementEffect lock(List<String> words) {
    if (words.get(1).equals("INSTANCE")) {
      return StatementEffect.NONE;
    }
    return words.get(0).equals("LOCK")
        ? StatementEffect.LOCK_TABLES
        : StatementEffect.UNLOCK_TABLES;
  }

  private static StatementEffect set(String text, List<String> words) {
    if (words.get(1).equals("PASSWORD")) {
      return StatementEffect.IMPLICIT_COMMIT;
    }
    return text.toLowerCase(Locale.ROOT).contains(AUTOCOMMIT)
        ? StatementEffect.SET_AUTOCOMMIT
        : StatementEffect.NONE;
  }

  private static StatementEffect other(List<String> words) {
    return switch (words.get(0)) {
      case "FLUSH", "INSTALL", "UNINSTALL", "CHANGE", "START", "STOP" ->
          StatementEffect.IMPLICIT_COMMIT;
      case "RESET" ->
          words.get(1).equals("PERSIST") ? StatementEffect.NONE : StatementEffect.IMPLICIT_COMMIT;
      case "XA" ->
          words.get(1).equals("PREPARE") ? StatementEffect.XA_PREPARE : StatementEffect.NONE;
      default -> StatementEffect.NONE;
    };
  }

  private static StatementEffect administrator(List<String> words) {
    boolean ends =
        words.get(2).equals("QUIT")
            || words.get(2).equals("CONNECT")
            || words.get(2).equals("CHANGE")
            || words.get(2).equals("RESET") && words.get(3).equals("CONNECTION");
    return ends ? StatementEffect.SESSION_END : StatementEffect.NONE;
  }

  /** The first words in capitals, without symbols around them, and empty ones behind the last. */
  private static List<String> words(String text) {
    String[] split = text.strip().split("[^\\w$]+", WORDS + 1);
    String[] words = new String[WORDS];
    int from = split.length > 0 && split[0].isEmpty() ? 1 : 0;
    for (int i = 0; i < WORDS; i++) {
      words[i] = from + i < split.length ? split[from + i].toUpperCase(Locale.ROOT) : "";
    }
    return List.of(words);
  }
}
