package dev.watershed.rules.change;

import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.facts.TableWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the statements that use a table or a column today, wherever they run. What a service sent
 * before it was deployed last counts no more: that is how a column is taken away after its last
 * reader.
 */
final class UsedBy {

  private final List<FleetStatement> statements;
  private final Map<String, ProgramUses> programs;

  private UsedBy(List<FleetStatement> statements, Map<String, ProgramUses> programs) {
    this.statements = statements;
    this.programs = programs;
  }

  /** Those of some facts. */
  static UsedBy of(FleetFacts facts) {
    SortedMap<String, Instant> deployments =
        facts.change().map(ProposedChange::deployments).orElseGet(TreeMap::new);
    Map<String, ProgramUses> programs = new HashMap<>();
    facts
        .change()
        .ifPresent(
            change ->
                change
                    .after()
                    .forEach((name, data) -> programs.put(name, new ProgramUses(data.before()))));
    return new UsedBy(
        facts.statements().stream()
            .flatMap(each -> each.where(place -> isSentStill(each.at(place), deployments)).stream())
            .toList(),
        programs);
  }

  /**
   * Unless every sender was deployed after it was seen last. What is nobody's may be sent by one
   * that never is.
   */
  private static boolean isSentStill(
      FleetStatement statement, SortedMap<String, Instant> deployments) {
    Optional<Instant> last = statement.figures().lastSeen();
    return statement.senders().isEmpty()
        || statement.unclaimed()
        || statement.unseen()
        || last.isEmpty()
        || statement.senders().stream()
            .anyMatch(
                service ->
                    !deployments.containsKey(service)
                        || !last.get().isBefore(deployments.get(service)));
  }

  /**
   * Statements that name a table, directly or through a view, or use it by a trigger or routine.
   */
  List<FleetStatement> table(String dataSet, String schema, String table) {
    Optional<ProgramUses> bodies = bodies(dataSet, table);
    return only(
        dataSet,
        statement ->
            namesTable(statement, schema, table)
                || bodies.filter(each -> each.reaches(statement, schema, table)).isPresent());
  }

  /**
   * Statements that name a column, or that could not be read whole and name its table, or make a
   * trigger or routine run that names it.
   */
  List<FleetStatement> column(String dataSet, String schema, String table, String column) {
    Optional<ProgramUses> bodies = bodies(dataSet, table);
    return only(
        dataSet,
        statement ->
            namesColumn(statement, schema, table, column)
                || bodies
                    .filter(each -> each.reaches(statement, schema, table, column))
                    .isPresent());
  }

  /** Triggers and routines where one of them has the name of a table. */
  private Optional<ProgramUses> bodies(String dataSet, String table) {
    return Optional.ofNullable(programs.get(dataSet)).filter(each -> each.concern(table));
  }

  private static boolean namesColumn(
      FleetStatement statement, String schema, String table, String column) {
    return statement.facts().parsed()
        ? names(statement, schema, table, column)
        : statement.fingerprint().toLowerCase(Locale.ROOT).contains(lower(column))
            && namesTable(statement, schema, table);
  }

  private static boolean namesTable(FleetStatement statement, String schema, String table) {
    return statement.facts().tables().stream().anyMatch(named -> is(named.table(), schema, table));
  }

  /** Statements that select every column of a table. */
  List<FleetStatement> everyColumn(String dataSet, String schema, String table) {
    return only(
        dataSet,
        statement ->
            statement.facts().blocks().stream()
                .anyMatch(block -> selectsAll(block, schema, table)));
  }

  /**
   * INSERT and REPLACE statements without a list of columns: they fail when a column comes or goes.
   */
  List<FleetStatement> insertsByPlace(String dataSet, String schema, String table) {
    return only(
        dataSet,
        statement ->
            statement.facts().writes().stream()
                .anyMatch(
                    write ->
                        inserts(write)
                            && is(write.table(), schema, table)
                            && write.columns().isEmpty()));
  }

  /** INSERT and REPLACE statements with a list of columns that lacks one. */
  List<FleetStatement> insertsWithout(String dataSet, String schema, String table, String column) {
    return only(
        dataSet,
        statement ->
            statement.facts().writes().stream()
                .anyMatch(
                    write ->
                        inserts(write)
                            && is(write.table(), schema, table)
                            && !write.columns().isEmpty()
                            && write.columns().stream().noneMatch(column::equalsIgnoreCase)));
  }

  private static boolean inserts(TableWrite write) {
    return write.kind() == TableWrite.WriteKind.INSERT
        || write.kind() == TableWrite.WriteKind.REPLACE;
  }

  private static boolean names(
      FleetStatement statement, String schema, String table, String column) {
    boolean written =
        statement.facts().writes().stream()
            .anyMatch(
                write ->
                    is(write.table(), schema, table)
                        && write.columns().stream().anyMatch(column::equalsIgnoreCase));
    return written
        || statement.facts().blocks().stream()
            .anyMatch(block -> names(block, schema, table, column));
  }

  private static boolean names(QueryBlock block, String schema, String table, String column) {
    for (int source = 0; source < block.sources().size(); source++) {
      if (block.sources().get(source) instanceof RowSource.Table named
          && is(named.table(), schema, table)
          && block.columnsOf(source).stream().anyMatch(column::equalsIgnoreCase)) {
        return true;
      }
    }
    return false;
  }

  private static boolean selectsAll(QueryBlock block, String schema, String table) {
    return block.wholeSources().stream()
        .anyMatch(
            source ->
                block.sources().get(source) instanceof RowSource.Table named
                    && is(named.table(), schema, table));
  }

  private static boolean is(TableRef reference, String schema, String table) {
    return reference.table().equalsIgnoreCase(table)
        && reference.schema().map(schema::equalsIgnoreCase).orElse(false);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private List<FleetStatement> only(String dataSet, Predicate<FleetStatement> uses) {
    return statements.stream()
        .flatMap(
            each ->
                each
                    .where(place -> place.dataSet().equals(dataSet) && uses.test(each.at(place)))
                    .stream())
        .toList();
  }

  /** The services that send some statements, by name. */
  static List<String> services(List<FleetStatement> used) {
    return used.stream()
        .flatMap(statement -> statement.senders().stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }

  /** How many, whose, how often, last when: {@code 2 statements of booking, 12 calls, …}. */
  static String words(List<FleetStatement> used) {
    long calls = used.stream().mapToLong(each -> each.figures().loggedCalls()).sum();
    Optional<Instant> last =
        used.stream().flatMap(each -> each.figures().lastSeen().stream()).max(Instant::compareTo);
    List<String> services = services(used);
    StringBuilder text = new StringBuilder();
    text.append(used.size()).append(used.size() == 1 ? " statement" : " statements");
    text.append(services.isEmpty() ? "" : " of " + String.join(", ", services));
    text.append(String.format(Locale.ROOT, ", %,d calls", calls));
    last.ifPresent(
        when -> text.append(", last at ").append(when.toString().substring(0, 19)).append('Z'));
    return text.append(", such as: ").append(used.get(0).fingerprint()).toString();
  }

  /**
   * What to do about statements, and what would tell who sends them where that is not known: until
   * then they count, whatever was deployed.
   */
  static String remedy(String remedy, List<FleetStatement> used) {
    long unseen = used.stream().filter(UsedBy::isUnseen).count();
    long unclaimed = used.stream().filter(FleetStatement::unclaimed).count();
    StringBuilder text = new StringBuilder(remedy);
    if (unseen > 0) {
      text.append(" Who sends ").append(of(unseen, used)).append(" was not seen, so that ");
      text.append("no deployment takes it out of count: a slow log tells it, or the sessions");
      text.append(" that collect --every samples.");
    }
    if (unclaimed > 0) {
      text.append(" Accounts that no service claims send ").append(of(unclaimed, used));
      text.append(", so that no deployment takes it out of count: match of a service claims them.");
    }
    return text.toString();
  }

  private static boolean isUnseen(FleetStatement statement) {
    return statement.unseen() || statement.senders().isEmpty() && !statement.unclaimed();
  }

  private static String of(long some, List<FleetStatement> all) {
    if (all.size() == 1) {
      return "it";
    }
    return some == all.size() ? "each of them" : some + " of them";
  }

  /** Their figures. */
  static List<Evidence> evidence(List<FleetStatement> used) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.of("statements", used.size()));
    evidence.add(
        Evidence.of("calls", used.stream().mapToLong(each -> each.figures().loggedCalls()).sum()));
    evidence.add(
        Evidence.of(
            "queryTimeSeconds",
            used.stream().mapToLong(each -> each.figures().timeMicros()).sum() / 1e6));
    return evidence;
  }
}
