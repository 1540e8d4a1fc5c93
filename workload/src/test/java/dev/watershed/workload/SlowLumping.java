package dev.watershed.workload;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What bounds make of executions, the slow way: it sees all of them at once, keeps every key, and
 * only then says where each execution counts. It shares with the builder the hashes, which are what
 * decides, and nothing else.
 */
public final class SlowLumping {

  private static final String OTHER_SCHEMAS = "(other schemas)";
  private static final int[] WIDTHS = {1, 5, 15, 60, 240, 1_440};

  /** An execution. */
  public record Seen(long digest, String schema, Origin origin, long minute, long micros) {}

  /** A transaction. */
  public record Ended(TransactionClass group, Origin origin) {}

  private record Pair(long digest, String schema) {}

  private record Triple(long digest, String schema, Origin origin) {}

  /** The keys of which those with the lowest hashes stay. */
  private static final class Kept<K> {

    private final Set<K> keys;
    private final boolean exceeded;

    Kept(Set<K> all, ToLongFunction<K> hash, int bound) {
      Comparator<K> byHash =
          (a, b) -> Long.compareUnsigned(hash.applyAsLong(a), hash.applyAsLong(b));
      keys = all.stream().sorted(byHash).limit(bound).collect(Collectors.toSet());
      exceeded = all.size() > bound;
    }
  }

  private final WorkloadBounds bounds;
  private final Map<String, List<Long>> facts = new TreeMap<>();

  private SlowLumping(WorkloadBounds bounds) {
    this.bounds = bounds;
  }

  /** Calls and time by key of every row; transactions likewise. */
  public static Map<String, List<Long>> of(
      List<Seen> executions, List<Ended> transactions, WorkloadBounds bounds) {
    SlowLumping lumping = new SlowLumping(bounds);
    Set<Origin> all =
        executions.stream().map(Seen::origin).collect(Collectors.toCollection(HashSet::new));
    transactions.forEach(ended -> all.add(ended.origin()));
    Kept<Origin> origins = new Kept<>(all, Origin::stableHash, bounds.origins());
    lumping.statements(executions, origins);
    lumping.minutes(executions, origins, Math.min(all.size(), bounds.origins()));
    lumping.transactions(transactions, origins);
    return lumping.facts;
  }

  /** The same of a workload. */
  public static Map<String, List<Long>> of(Workload workload) {
    SlowLumping lumping = new SlowLumping(WorkloadBounds.standard());
    List<Origin> origins = workload.origins();
    StatementTable statements = workload.statements();
    for (int row = 0; row < statements.size(); row++) {
      lumping.count(
          statementKey(
              workload.texts().get(statements.textIndex(row)).digest(),
              workload.schemas().get(statements.schemaIndex(row)),
              origins.get(statements.originIndex(row))),
          statements.value(row, Measure.CALLS),
          statements.value(row, Measure.TIME_MICROS));
    }
    MinuteTable minutes = workload.minutes();
    for (int row = 0; row < minutes.size(); row++) {
      lumping.count(
          minuteKey(minutes.minute(row), origins.get(minutes.originIndex(row))),
          minutes.value(row, Measure.CALLS),
          minutes.value(row, Measure.TIME_MICROS));
    }
    TransactionTable transactions = workload.transactions();
    for (int row = 0; row < transactions.size(); row++) {
      lumping.count(
          transactionKey(
              transactions.transactionClass(row), origins.get(transactions.originIndex(row))),
          transactions.value(row, TransactionMeasure.TRANSACTIONS),
          0);
    }
    return lumping.facts;
  }

  private void statements(List<Seen> executions, Kept<Origin> origins) {
    Kept<Long> digests =
        new Kept<>(
            executions.stream().map(Seen::digest).collect(Collectors.toSet()),
            MeasureRows::mix,
            bounds.texts());
    Kept<String> schemas =
        new Kept<>(
            executions.stream()
                .map(Seen::schema)
                .filter(schema -> !schema.isEmpty())
                .collect(Collectors.toSet()),
            LowestHashes::hashOf,
            bounds.schemas());
    Kept<Pair> pairs =
        new Kept<>(
            executions.stream()
                .map(seen -> new Pair(seen.digest(), seen.schema()))
                .collect(Collectors.toSet()),
            pair ->
                Combinations.rank(
                    MeasureRows.mix(pair.digest()), LowestHashes.hashOf(pair.schema())),
            bounds.digestSchemas());
    Kept<Triple> triples =
        new Kept<>(
            executions.stream()
                .map(seen -> new Triple(seen.digest(), seen.schema(), seen.origin()))
                .collect(Collectors.toSet()),
            triple ->
                Combinations.rank(
                    MeasureRows.mix(triple.digest()),
                    LowestHashes.hashOf(triple.schema()),
                    triple.origin().stableHash()),
            bounds.statements());
    for (Seen seen : executions) {
      boolean digest = digests.keys.contains(seen.digest());
      boolean schema = seen.schema().isEmpty() || schemas.keys.contains(seen.schema());
      boolean origin = origins.keys.contains(seen.origin());
      if (digest && schema) {
        schema = pairs.keys.contains(new Pair(seen.digest(), seen.schema()));
        Triple triple = new Triple(seen.digest(), seen.schema(), seen.origin());
        origin &= schema && triples.keys.contains(triple);
      } else {
        schema &= !pairs.exceeded;
        origin &= !pairs.exceeded && !triples.exceeded;
      }
      String key =
          statementKey(
              digest ? seen.digest() : 0,
              schema ? seen.schema() : OTHER_SCHEMAS,
              origin ? seen.origin() : Origin.LUMPED);
      count(key, 1, seen.micros());
    }
  }

  private void minutes(List<Seen> executions, Kept<Origin> origins, int originCount) {
    Set<Long> slots = new HashSet<>();
    int width = 0;
    do {
      int minutes = WIDTHS[width++];
      slots.clear();
      executions.forEach(seen -> slots.add(Math.floorDiv(seen.minute(), minutes) * (long) minutes));
    } while (slots.size() * (originCount + 1) > bounds.minuteRows() && width < WIDTHS.length);
    long minutes = WIDTHS[width - 1];
    for (Seen seen : executions) {
      Origin origin = origins.keys.contains(seen.origin()) ? seen.origin() : Origin.LUMPED;
      count(minuteKey(Math.floorDiv(seen.minute(), minutes) * minutes, origin), 1, seen.micros());
    }
  }

  private void transactions(List<Ended> transactions, Kept<Origin> origins) {
    Kept<TransactionClass> groups =
        new Kept<>(
            transactions.stream().map(Ended::group).collect(Collectors.toSet()),
            group -> MeasureRows.mix(group.id()),
            bounds.transactionClasses());
    Kept<Ended> pairs =
        new Kept<>(
            new HashSet<>(transactions),
            ended ->
                Combinations.rank(MeasureRows.mix(ended.group().id()), ended.origin().stableHash()),
            bounds.transactions());
    for (Ended ended : transactions) {
      boolean group = groups.keys.contains(ended.group());
      boolean origin =
          origins.keys.contains(ended.origin())
              && (group ? pairs.keys.contains(ended) : !pairs.exceeded);
      String key =
          transactionKey(
              group ? ended.group() : TransactionClass.LUMPED,
              origin ? ended.origin() : Origin.LUMPED);
      count(key, 1, 0);
    }
  }

  private static String statementKey(long digest, String schema, Origin origin) {
    return "statement " + digest + " " + schema + " " + origin;
  }

  private static String minuteKey(long minute, Origin origin) {
    return "minute " + minute + " " + origin;
  }

  private static String transactionKey(TransactionClass group, Origin origin) {
    return "transaction " + group.digests() + " " + origin;
  }

  private void count(String key, long calls, long micros) {
    facts.merge(
        key, List.of(calls, micros), (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
  }
}
