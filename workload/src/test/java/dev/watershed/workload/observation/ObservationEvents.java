package dev.watershed.workload.observation;

import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Made-up observations, and what they sum to by a way that keeps all of them until the end. */
public final class ObservationEvents {

  /** Bounds that lump most of the keys of every table. */
  public static final ObservationBounds TIGHT = new ObservationBounds(4, 5, 3, 2, 6, 7, 3, 1);

  /** Bounds that lump nothing. */
  public static final ObservationBounds WIDE = ObservationBounds.standard();

  private static final int KEYS = 24;

  private static final List<Source<?, ?>> SOURCES =
      List.of(
          source(
              TableUse.KIND,
              ObservationsBuilder::tables,
              ObservationBounds::tables,
              Observations::tables,
              i -> new TableUse.Key("s" + i % 3, "t" + i)),
          source(
              IndexUse.KIND,
              ObservationsBuilder::indexes,
              ObservationBounds::indexes,
              Observations::indexes,
              i -> new IndexUse.Key("s" + i % 3, "t" + i % 7, i % 4 == 0 ? "" : "i" + i)),
          source(
              LockWaits.KIND,
              ObservationsBuilder::lockWaits,
              ObservationBounds::waits,
              Observations::lockWaits,
              i -> new LockWaits.Key("s", "t" + i % 5, "PRIMARY", i, origin(i), i % 3, origin(1))),
          source(
              MetadataLocks.KIND,
              ObservationsBuilder::metadataLocks,
              ObservationBounds::waits,
              Observations::metadataLocks,
              i ->
                  new MetadataLocks.Key(
                      "TABLE", "s", "t" + i, "EXCLUSIVE", 7, origin(2), i % 4, origin(i))),
          source(
              LongTransactions.KIND,
              ObservationsBuilder::longTransactions,
              ObservationBounds::transactions,
              Observations::longTransactions,
              i -> new LongTransactions.Key(i % 6, origin(i))),
          source(
              ServerFacts.KIND,
              ObservationsBuilder::facts,
              ObservationBounds::facts,
              Observations::facts,
              i -> new ServerFacts.Key("uuid-" + i % 2, "setting_" + i % 5, "value " + i)),
          source(
              ServerMinutes.KIND,
              ObservationsBuilder::minutes,
              ObservationBounds::minutes,
              Observations::minutes,
              i -> new ServerMinutes.Key("uuid-" + i % 2, 29_000_000 + i)),
          source(
              Attribution.KIND,
              ObservationsBuilder::attribution,
              ObservationBounds::attributions,
              Observations::attribution,
              i -> new Attribution.Key(i % 5 * 0x9E3779B97F4A7C15L, origin(i))),
          source(
              AccountUse.KIND,
              ObservationsBuilder::accounts,
              ObservationBounds::accounts,
              Observations::accounts,
              i -> new AccountUse.Key(origin(i), "statement/sql/e" + i % 3)));

  private ObservationEvents() {}

  /** A table, how a builder and observations name it, and the keys that occur in it. */
  private record Source<K, F extends Enum<F> & ObservationFigure>(
      ObservationKind<K, F> kind,
      Function<ObservationsBuilder, ObservationRows<K, F>> rows,
      Function<ObservationBounds, Integer> bound,
      Function<Observations, ObservationTable<K, F>> table,
      List<K> keys) {

    Event<K, F> event(Random random) {
      K key = keys.get((int) (Math.pow(random.nextDouble(), 2) * keys.size()));
      long[] figures =
          kind.figures().stream()
              .mapToLong(
                  figure -> random.nextInt(3) == 0 ? figure.neutral() : random.nextInt(1_000))
              .toArray();
      return new Event<>(this, key, figures);
    }
  }

  /** Figures that were observed of a key. */
  public record Event<K, F extends Enum<F> & ObservationFigure>(
      Source<K, F> source, K key, long[] figures) {

    void addTo(ObservationsBuilder builder) {
      source.rows().apply(builder).add(key, figures);
    }
  }

  /** Observations of all kinds. */
  public static List<Event<?, ?>> random(long seed, int count) {
    Random random = new Random(seed);
    List<Event<?, ?>> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(SOURCES.get(random.nextInt(SOURCES.size())).event(random));
    }
    return events;
  }

  /** What the builder makes of them. */
  public static Observations observations(
      Collection<Event<?, ?>> events, ObservationBounds bounds) {
    ObservationsBuilder builder = new ObservationsBuilder(bounds);
    events.forEach(event -> event.addTo(builder));
    return builder.build();
  }

  /** Lines that say all of a set of observations, in order. */
  public static String text(Observations observations) {
    StringBuilder text = new StringBuilder();
    for (Source<?, ?> source : SOURCES) {
      append(source, observations, text);
    }
    return text.toString();
  }

  /** A line per figure that is known, with its name: figures that are added later change none. */
  public static String namedText(Observations observations) {
    StringBuilder text = new StringBuilder();
    for (Source<?, ?> source : SOURCES) {
      appendNamed(source, observations, text);
    }
    return text.toString();
  }

  /** The same lines, worked out from the events at once. */
  public static String oracle(Collection<Event<?, ?>> events, ObservationBounds bounds) {
    StringBuilder text = new StringBuilder();
    for (Source<?, ?> source : SOURCES) {
      oracle(source, events, bounds, text);
    }
    return text.toString();
  }

  private static <K, F extends Enum<F> & ObservationFigure> void append(
      Source<K, F> source, Observations observations, StringBuilder text) {
    ObservationTable<K, F> table = source.table().apply(observations);
    for (int row = 0; row < table.size(); row++) {
      text.append(table.key(row)).append(Arrays.toString(table.row(row))).append('\n');
    }
  }

  private static <K, F extends Enum<F> & ObservationFigure> void appendNamed(
      Source<K, F> source, Observations observations, StringBuilder text) {
    ObservationTable<K, F> table = source.table().apply(observations);
    for (int row = 0; row < table.size(); row++) {
      for (F figure : source.kind().figures()) {
        if (table.value(row, figure) != figure.neutral()) {
          text.append(table.key(row)).append(' ').append(figure.name()).append(' ');
          text.append(table.value(row, figure)).append('\n');
        }
      }
    }
  }

  private static <K, F extends Enum<F> & ObservationFigure> void oracle(
      Source<K, F> source,
      Collection<Event<?, ?>> events,
      ObservationBounds bounds,
      StringBuilder text) {
    Map<K, List<long[]>> byKey = new HashMap<>();
    for (Event<?, ?> event : events) {
      for (K key : source.keys()) {
        if (event.source().equals(source) && event.key().equals(key)) {
          byKey.computeIfAbsent(key, added -> new ArrayList<>()).add(event.figures());
        }
      }
    }
    List<K> byHash = new ArrayList<>(byKey.keySet());
    byHash.sort(
        (a, b) ->
            Long.compareUnsigned(
                source.kind().hash().applyAsLong(a), source.kind().hash().applyAsLong(b)));
    Map<K, List<long[]>> kept = new TreeMap<>(source.kind().order());
    for (int place = 0; place < byHash.size(); place++) {
      K key = byHash.get(place);
      K row = place < source.bound().apply(bounds) ? key : source.kind().lumped();
      kept.computeIfAbsent(row, added -> new ArrayList<>()).addAll(byKey.get(key));
    }
    kept.forEach(
        (key, figures) ->
            text.append(key)
                .append(Arrays.toString(merged(source.kind().figures(), figures)))
                .append('\n'));
  }

  private static long[] merged(List<? extends ObservationFigure> figures, List<long[]> rows) {
    return IntStream.range(0, figures.size())
        .mapToLong(
            place -> {
              LongStream values = rows.stream().mapToLong(row -> row[place]);
              return switch (figures.get(place).merge()) {
                case SUM -> values.sum();
                case MIN -> values.min().orElseThrow();
                case MAX -> values.max().orElseThrow();
              };
            })
        .toArray();
  }

  private static <K, F extends Enum<F> & ObservationFigure> Source<K, F> source(
      ObservationKind<K, F> kind,
      Function<ObservationsBuilder, ObservationRows<K, F>> rows,
      Function<ObservationBounds, Integer> bound,
      Function<Observations, ObservationTable<K, F>> table,
      Function<Integer, K> key) {
    List<K> keys = IntStream.range(0, KEYS).boxed().map(key).distinct().toList();
    return new Source<>(kind, rows, bound, table, keys);
  }

  private static Origin origin(int i) {
    List<OriginTag> tags = i % 3 == 0 ? List.of() : List.of(new OriginTag("module", "m" + i % 4));
    return new Origin("u" + i % 5, "10.0." + i % 2 + ".0/24", tags);
  }
}
