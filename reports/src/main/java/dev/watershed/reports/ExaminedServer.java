package dev.watershed.reports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code doctor} found at one server.
 *
 * @param server its name
 * @param version as it says it; empty if it could not be asked
 * @param failure why it could not be asked
 * @param lacks what it lacks, in the order in which it is best mended
 */
public record ExaminedServer(
    String server, Optional<String> version, Optional<String> failure, List<Lack> lacks) {

  /**
   * Something that a server lacks.
   *
   * @param check which check found it
   * @param weight {@code blind}, {@code partial} or {@code note}
   * @param lack what is wrong
   * @param consequence what is unknown because of it
   * @param statements what mends it, in order
   * @param advice what no statement does; may be empty
   */
  public record Lack(
      String check,
      String weight,
      String lack,
      String consequence,
      List<String> statements,
      String advice) {

    public Lack {
      Objects.requireNonNull(check, "check");
      Objects.requireNonNull(weight, "weight");
      Objects.requireNonNull(lack, "lack");
      Objects.requireNonNull(consequence, "consequence");
      statements = List.copyOf(statements);
      Objects.requireNonNull(advice, "advice");
    }
  }

  public ExaminedServer {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(failure, "failure");
    lacks = List.copyOf(lacks);
  }
}
