package dev.watershed.workload.catalog;

import dev.watershed.workload.catalog.Partitioning.Partition;
import dev.watershed.workload.catalog.Partitioning.Subpartitioning;
import dev.watershed.workload.catalog.RoutineDefinition.Direction;
import dev.watershed.workload.catalog.RoutineDefinition.Parameter;
import dev.watershed.workload.catalog.TriggerDefinition.RowEvent;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/** Catalogs by chance, with every field at its default and away from it. */
public final class Catalogs {

  private static final String[] TEXTS = {
    "", "a", "tab\there", "line\nend", "back\\slash", "=", "\r", "日本", "a=b\tc", "\\t"
  };

  private final Random random;

  private Catalogs(long seed) {
    this.random = new Random(seed);
  }

  /** A catalog of some schemas; equal seeds give equal ones. */
  public static Catalog random(long seed) {
    return new Catalogs(seed).catalog();
  }

  private Catalog catalog() {
    List<SchemaDefinition> schemas = list(1, 3, this::schema);
    List<TableStatistics> statistics = new ArrayList<>();
    for (SchemaDefinition schema : schemas) {
      schema.tables().forEach(table -> statistics.add(statistics(schema.name(), table)));
    }
    return new Catalog(
        time(),
        maybe("9.7.4"),
        schemas,
        statistics,
        list(0, 2, i -> migration()),
        list(0, 2, i -> new CatalogGap("dump.sql:" + i, text())));
  }

  private SchemaDefinition schema(int number) {
    List<CatalogObject> objects = new ArrayList<>();
    objects.addAll(list(0, 5, this::table));
    objects.addAll(
        list(
            0,
            2,
            i ->
                new ViewDefinition(
                    "view" + i, list(0, 2, Catalogs::name), text(), "MERGE", security())));
    objects.addAll(
        list(
            0,
            2,
            i ->
                new TriggerDefinition(
                    "trigger" + i, "t", random.nextBoolean(), RowEvent.UPDATE, i + 1, text())));
    objects.addAll(list(0, 2, this::routine));
    objects.addAll(
        list(
            0,
            1,
            i -> new EventDefinition("event" + i, "EVERY ? DAY", random.nextBoolean(), text())));
    return new SchemaDefinition("schema" + number, maybe("utf8mb4"), maybe("utf8mb4_bin"), objects);
  }

  private TableDefinition table(int number) {
    return new TableDefinition(
        "table" + number,
        pick(TableKind.values()),
        maybe("InnoDB"),
        maybe("DYNAMIC"),
        maybe("utf8mb4_bin"),
        random.nextBoolean(),
        random.nextBoolean() ? Optional.of(partitioning()) : Optional.empty(),
        list(1, 6, this::column),
        list(0, 3, this::index),
        list(0, 2, this::foreignKey),
        list(0, 2, i -> new CheckConstraint(text(), text(), random.nextBoolean())));
  }

  private ColumnDefinition column(int number) {
    return new ColumnDefinition(
        name(number),
        "varchar(" + (1 + random.nextInt(99)) + ")",
        random.nextBoolean(),
        maybe("latin1"),
        maybe("latin1_bin"),
        maybe(text()),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean()
            ? Optional.of(new GeneratedValue(text(), random.nextBoolean()))
            : Optional.empty(),
        random.nextBoolean(),
        random.nextBoolean());
  }

  private IndexDefinition index(int number) {
    List<IndexPart> parts =
        list(
            1,
            3,
            i ->
                random.nextBoolean()
                    ? new IndexPart(
                        Optional.of(name(i)),
                        Optional.empty(),
                        random.nextBoolean()
                            ? OptionalInt.of(1 + random.nextInt(9))
                            : OptionalInt.empty(),
                        random.nextBoolean())
                    : new IndexPart(
                        Optional.empty(),
                        Optional.of(text()),
                        OptionalInt.empty(),
                        random.nextBoolean()));
    return new IndexDefinition(
        number == 0 ? IndexDefinition.PRIMARY : "index" + number,
        random.nextBoolean(),
        pick(IndexKind.values()),
        random.nextBoolean(),
        random.nextBoolean(),
        parts);
  }

  private ForeignKey foreignKey(int number) {
    int columns = 1 + random.nextInt(2);
    return new ForeignKey(
        "key" + number,
        list(columns, columns, Catalogs::name),
        maybe("other"),
        "parent",
        list(columns, columns, Catalogs::name),
        pick(ReferentialAction.values()),
        pick(ReferentialAction.values()));
  }

  private Partitioning partitioning() {
    return new Partitioning(
        "RANGE COLUMNS",
        text(),
        random.nextBoolean()
            ? Optional.of(new Subpartitioning("HASH", text(), random.nextInt(4)))
            : Optional.empty(),
        list(0, 3, i -> new Partition("p" + i, maybe("LESS THAN (?)"))));
  }

  private RoutineDefinition routine(int number) {
    return new RoutineDefinition(
        "routine" + number,
        list(0, 2, i -> new Parameter(pick(Direction.values()), name(i), "int")),
        maybe("varchar(9)"),
        random.nextBoolean(),
        "CONTAINS SQL",
        security(),
        text());
  }

  private TableStatistics statistics(String schema, TableDefinition table) {
    return new TableStatistics(
        schema,
        table.name(),
        time(),
        figure(),
        figure(),
        figure(),
        figure(),
        random.nextBoolean() ? Optional.of(BigInteger.TEN) : Optional.empty(),
        random.nextBoolean()
            ? Optional.of(BigInteger.TWO.pow(64).subtract(BigInteger.ONE))
            : Optional.empty(),
        list(
            0,
            2,
            i ->
                new IndexStatistics(
                    "index" + i,
                    figure(),
                    figure(),
                    figure(),
                    LongLists.immutable.of(random.longs(i + 1, -1, 1_000).toArray()))));
  }

  private Migration migration() {
    return new Migration(
        "schema0",
        "flyway",
        text(),
        text(),
        random.nextBoolean() ? Optional.of(time()) : Optional.empty(),
        random.nextBoolean());
  }

  private Instant time() {
    return Instant.ofEpochSecond(1_795_000_000L + random.nextInt(1_000_000));
  }

  private OptionalLong figure() {
    return random.nextBoolean() ? OptionalLong.of(random.nextInt(1 << 20)) : OptionalLong.empty();
  }

  private Security security() {
    return pick(Security.values());
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
  }

  private static String name(int number) {
    return "column " + number;
  }

  private Optional<String> maybe(String value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> List<T> list(int least, int most, IntFunction<T> make) {
    int size = least + random.nextInt(most - least + 1);
    return IntStream.range(0, size).mapToObj(make).toList();
  }
}
