package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.selection.CostedStatement;
import dev.watershed.analyzer.index.selection.Grounds;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Takes out of what the model chose what is not worth a person's time, or what a model of costs
 * alone cannot promise:
 *
 * <ul>
 *   <li>statements with less than a thousandth of the server's time, and tables of a few hundred
 *       rows that are not scanned all the time, unless the index finds a tenth of the rows or less
 *       by a column that names rows of another table, or whose values were counted, or (but not on
 *       small tables) by the order of a LIMIT. What is assumed of states and kinds is no ground for
 *       so little.
 *   <li>gains that are no rows: where a call reads few rows, the rows that an index spares by
 *       holding more columns are few, too; in a join, an index that is scanned, too, invites the
 *       server to another order of tables, and how many rows that reads is what is known least.
 * </ul>
 */
final class Sieve {

  /** A few pages, which are read faster than a statement is parsed. */
  private static final double SMALL_TABLE_ROWS = 500;

  /** About a hundredth of a processor. */
  private static final double SMALL_TABLE_ROWS_PER_SECOND = 100_000;

  private static final double FEW_ROWS_LEFT = 0.1;

  private static final double LEAST_PART_SPARED = 0.2;

  private static final double ROWS_OF_A_LONG_CALL = 1_000;

  /** From as many rows on, an index is made longer to spare the lookups of the rows. */
  private static final double LEAST_LOOKUPS = 200;

  private final AdvisedServer server;
  private final Workbench workbench;

  Sieve(AdvisedServer server, Workbench workbench) {
    this.server = server;
    this.workbench = workbench;
  }

  /** What those of some chosen candidates bring that are left, some of them shortened. */
  EffectMaker of(Set<Integer> chosen) {
    EffectMaker effects = EffectMaker.of(server, workbench, chosen);
    Set<Integer> left = shortened(chosen, effects);
    while (true) {
      EffectMaker beside = effects.with(left);
      Set<Integer> kept =
          new TreeSet<>(
              List.copyOf(left).parallelStream()
                  .filter(place -> passes(place, beside.of(place)))
                  .toList());
      if (kept.size() == left.size()) {
        return beside;
      }
      effects = beside;
      left = kept;
    }
  }

  private Set<Integer> shortened(Set<Integer> chosen, EffectMaker effects) {
    Set<Integer> left = new TreeSet<>();
    for (int place : chosen) {
      Candidate candidate = workbench.candidates().get(place);
      boolean spares =
          effects.of(place).stream().anyMatch(effect -> effect.rowsAfter() >= LEAST_LOOKUPS);
      if (candidate.asked() || spares) {
        left.add(place);
      } else {
        askedBeginning(candidate).ifPresent(left::add);
      }
    }
    return left;
  }

  private Optional<Integer> askedBeginning(Candidate candidate) {
    List<Candidate> all = workbench.candidates();
    return IntStream.range(0, all.size())
        .boxed()
        .filter(place -> all.get(place).asked() && all.get(place).beginningOf(candidate))
        .max(Comparator.comparingInt(place -> all.get(place).parts().size()));
  }

  private boolean passes(int place, List<StatementEffect> effects) {
    List<StatementEffect> sound = effects.stream().filter(Sieve::sound).toList();
    Candidate candidate = workbench.candidates().get(place);
    boolean certain = candidate.known() && leavesFew(sound);
    return !sound.isEmpty()
        && (small(candidate.table(), sound)
            ? certain
            : weighs(sound, 1)
                || certain
                || (candidate.endingSeconds() > 0
                    && leavesFew(sound)
                    && weighs(sound, Grounds.PART_OF_ENDING)));
  }

  private boolean weighs(List<StatementEffect> effects, double part) {
    double share = effects.stream().mapToDouble(each -> each.loadShare()).sum();
    boolean timed = server.statements().stream().anyMatch(each -> each.seconds() > 0);
    return share >= Grounds.LEAST_LOAD_SHARE * part || !timed;
  }

  private boolean small(TableFigures table, List<StatementEffect> effects) {
    boolean few =
        table.counted()
            ? table.rows() <= SMALL_TABLE_ROWS
            : effects.stream().allMatch(Sieve::scansFewRows);
    return few && sparedPerSecond(effects) < SMALL_TABLE_ROWS_PER_SECOND;
  }

  /** What a scan of a table was seen to read are its rows. */
  private static boolean scansFewRows(StatementEffect each) {
    OptionalDouble measured = each.statement().shape().statement().rowsExaminedPerCall();
    return tables(each.statement()) == 1
        && each.endsScan()
        && measured.isPresent()
        && measured.getAsDouble() <= SMALL_TABLE_ROWS;
  }

  private static boolean leavesFew(List<StatementEffect> effects) {
    return effects.stream()
        .anyMatch(effect -> effect.rowsAfter() <= effect.rowsBefore() * FEW_ROWS_LEFT);
  }

  private static boolean sound(StatementEffect each) {
    boolean fewer = each.rowsAfter() <= each.rowsBefore() * (1 - LEAST_PART_SPARED);
    boolean alone = tables(each.statement()) == 1;
    return fewer || each.endsScan() || (alone && each.rowsBefore() >= ROWS_OF_A_LONG_CALL);
  }

  private static long tables(CostedStatement statement) {
    return statement.shape().tableSources().count();
  }

  private double sparedPerSecond(List<StatementEffect> effects) {
    double rows =
        effects.stream()
            .mapToDouble(effect -> effect.calls() * (effect.rowsBefore() - effect.rowsAfter()))
            .sum();
    return rows / Math.max(1, server.observedSeconds());
  }
}
