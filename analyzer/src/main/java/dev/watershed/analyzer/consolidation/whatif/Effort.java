package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a move asks of people. In working days, {@code services + tablesToPlace / 2 + calls / 2 +
 * joins + 3 · transactions + hours of copying / 8}: each service that changes is tested and
 * released, each table of a service that has another name or schema is named otherwise in its
 * mapping, each statement that leaves its service becomes a call, each join over servers is taken
 * apart, each kind of transaction that is parted needs a way back by hand, and somebody watches
 * while rows are copied. Places in the code are shown and not counted: one may send many
 * statements, and many may share one. S is up to 5 days, M up to 30, L more. An estimate to compare
 * moves by, not a plan of work.
 *
 * @param tablesToPlace pairs of who sends statements, a service or what none claims, and a table of
 *     another name or schema that these use
 * @param statementsToCalls statements that leave what their service owns, and did not before
 * @param joinsToPart statements that need several servers, and did not before
 * @param transactionsToPart sets of statements in one transaction that write for several owners or
 *     on several servers, and did not before
 * @param callSites places in the code of services, as comment tags tell them, that send statements
 *     to be changed
 * @param statementsWithoutCallSite such statements of which no tag tells, each once for each who
 *     sends it
 * @param bytesToCopy of tables whose rows go to another server or another table; a table that is
 *     only renamed copies nothing
 * @param tablesOfUnknownSize tables among them whose size is not known
 * @param services that have to be changed, in order
 * @param teams theirs, in order; services without a team are left out
 */
public record Effort(
    int tablesToPlace,
    int statementsToCalls,
    int joinsToPart,
    int transactionsToPart,
    int callSites,
    int statementsWithoutCallSite,
    long bytesToCopy,
    int tablesOfUnknownSize,
    List<String> services,
    List<String> teams) {

  private static final double DAYS_FOR_A_TRANSACTION = 3;
  private static final double HALF_A_DAY = 0.5;
  private static final double SMALL = 5;

  /** Of eight hours. */
  private static final double SECONDS_OF_A_DAY = 8 * 3_600;

  private static final double MEDIUM = 30;

  /** What a disk and a network copy in a second, assumed. */
  private static final double BYTES_A_SECOND = 50L << 20;

  /** A class of efforts. */
  public enum Size {
    S,
    M,
    L
  }

  public Effort {
    services = List.copyOf(Objects.requireNonNull(services, "services"));
    teams = List.copyOf(Objects.requireNonNull(teams, "teams"));
  }

  /** Working days, by the formula above. */
  public double days() {
    return services.size()
        + HALF_A_DAY * tablesToPlace
        + HALF_A_DAY * statementsToCalls
        + joinsToPart
        + DAYS_FOR_A_TRANSACTION * transactionsToPart
        + copySeconds() / SECONDS_OF_A_DAY;
  }

  /** The class of it. */
  public Size size() {
    return days() <= SMALL ? Size.S : days() <= MEDIUM ? Size.M : Size.L;
  }

  /** How long copying takes at 50 MiB a second, in seconds; renaming takes none. */
  public double copySeconds() {
    return bytesToCopy / BYTES_A_SECOND;
  }

  /** Size, days and the parts of it that are not zero, in words. */
  public String text() {
    return said().text();
  }

  /** Size, days and the parts of it that are not zero. */
  public Saying said() {
    List<Saying> parts = new ArrayList<>();
    add(
        parts,
        Saying.count("effort.services", services.size(), "service to change", "services to change"),
        services.size());
    add(
        parts,
        Saying.count(
            "effort.tables", tablesToPlace, "table to name otherwise", "tables to name otherwise"),
        tablesToPlace);
    add(
        parts,
        Saying.count(
            "effort.calls",
            statementsToCalls,
            "statement becomes a call",
            "statements become calls"),
        statementsToCalls);
    add(
        parts,
        Saying.count("effort.joins", joinsToPart, "join to take apart", "joins to take apart"),
        joinsToPart);
    add(
        parts,
        Saying.count(
            "effort.transactions",
            transactionsToPart,
            "transaction to take apart",
            "transactions to take apart"),
        transactionsToPart);
    add(
        parts,
        Saying.count(
            "effort.sites", callSites, "place in the code by tags", "places in the code by tags"),
        callSites);
    add(
        parts,
        Saying.count(
            "effort.unknown",
            statementsWithoutCallSite,
            "statement of an unknown place",
            "statements of unknown places"),
        statementsWithoutCallSite);
    Saying size =
        Saying.of("effort.size", "{0} ({1} days)", size(), Saying.number(Math.ceil(days()), 0));
    return parts.isEmpty() ? size : Saying.of("effort.parts", "{0}: {1}", size, parts);
  }

  private static void add(List<Saying> parts, Saying part, int count) {
    if (count > 0) {
      parts.add(part);
    }
  }
}
