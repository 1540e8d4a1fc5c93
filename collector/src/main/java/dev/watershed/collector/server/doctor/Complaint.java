package dev.watershed.collector.server.doctor;

import java.util.List;
import java.util.Objects;

/**
 * Something that a server lacks.
 *
 * @param check which check found it, stable from version to version
 * @param weight how much is unknown because of it
 * @param lack what is wrong, a sentence
 * @param consequence what will be unknown, a sentence
 * @param remedy what mends it: statements in order, or, where no statement does, a sentence
 */
public record Complaint(
    String check, Weight weight, String lack, String consequence, Remedy remedy) {

  /** How much is unknown. */
  public enum Weight {
    /** Nothing can be collected from the server. */
    BLIND("blind"),
    /** Some findings are unknown. */
    PARTIAL("partial"),
    /** Something to know. */
    NOTE("note");

    private final String key;

    Weight(String key) {
      this.key = key;
    }

    /** The name in reports, stable from version to version. */
    public String key() {
      return key;
    }
  }

  /**
   * What mends a lack.
   *
   * @param statements to be run by an administrator, in order
   * @param advice what no statement does; empty if the statements are enough
   */
  public record Remedy(List<String> statements, String advice) {

    public Remedy {
      statements = List.copyOf(statements);
      Objects.requireNonNull(advice, "advice");
    }

    /** Statements that take effect at once. */
    public static Remedy run(String... statements) {
      return new Remedy(List.of(statements), "");
    }

    /** Something that no statement does. */
    public static Remedy advise(String advice) {
      return new Remedy(List.of(), advice);
    }
  }

  public Complaint {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(weight, "weight");
    Objects.requireNonNull(lack, "lack");
    Objects.requireNonNull(consequence, "consequence");
    Objects.requireNonNull(remedy, "remedy");
  }
}
