package dev.watershed.analyzer.query;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.ObservationFigure;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Makes a table of one kind of observation: the server, what the key says, then all figures under
 * their own names; those that the server does not tell are NULL.
 *
 * @param <K> a key
 * @param <F> its figures
 */
final class ObservedTable<K, F extends Enum<F> & ObservationFigure> {

  /** One key of a server. */
  record Row<K>(String server, K key, long[] figures) {}

  /** The rows of all servers. */
  record Rows<K>(ServiceMapping mapping, List<Row<K>> all) implements TablePart.OfStore {

    Rows {
      all = List.copyOf(all);
    }

    @Override
    public int rows() {
      return all.size();
    }

    Optional<String> text(int row, BiFunction<ServiceMapping, K, String> of) {
      return Optional.of(of.apply(mapping, all.get(row).key())).filter(text -> !text.isEmpty());
    }
  }

  private final String name;
  private final Function<Observations, ObservationTable<K, F>> observed;
  private final List<PartColumn<Rows<K>>> columns = new ArrayList<>();

  ObservedTable(String name, Function<Observations, ObservationTable<K, F>> observed) {
    this.name = name;
    this.observed = observed;
    columns.add(
        new PartColumn<>(
            QueryColumn.text("server"),
            part -> ColumnValues.texts(row -> part.all().get(row).server())));
  }

  ObservedTable<K, F> text(String column, Function<K, String> of) {
    columns.add(
        new PartColumn<>(
            QueryColumn.text(column),
            part -> ColumnValues.texts(row -> of.apply(part.all().get(row).key()))));
    return this;
  }

  /** A text that is NULL where it is empty. */
  ObservedTable<K, F> known(String column, Function<K, String> of) {
    return known(column, (mapping, key) -> of.apply(key));
  }

  ObservedTable<K, F> digest(String column, ToLongFunction<K> of) {
    return text(column, key -> ObservedTables.digest(of.applyAsLong(key)));
  }

  /** The account, and whose it is. */
  ObservedTable<K, F> origin(String prefix, Function<K, Origin> of) {
    return known(prefix + "user", (mapping, key) -> of.apply(key).user())
        .known(prefix + "service", (mapping, key) -> ObservedTables.service(mapping, of.apply(key)))
        .known(prefix + "module", (mapping, key) -> ObservedTables.module(mapping, of.apply(key)));
  }

  /** Microseconds since 1970. */
  ObservedTable<K, F> timestamp(String column, ToLongFunction<K> of) {
    columns.add(
        new PartColumn<>(
            QueryColumn.timestamp(column),
            part ->
                ColumnValues.numbers(
                    part.all().stream().mapToLong(row -> of.applyAsLong(row.key())).toArray())));
    return this;
  }

  QueryTable<Rows<K>> table() {
    for (F figure : observed.apply(Observations.NONE).kind().figures()) {
      columns.add(
          new PartColumn<>(
              QueryColumn.integer(figure.name().toLowerCase(Locale.ROOT)),
              part ->
                  ColumnValues.known(
                      part.all().stream()
                          .mapToLong(row -> row.figures()[figure.ordinal()])
                          .toArray(),
                      figure.neutral() == 0 ? Long.MIN_VALUE : figure.neutral())));
    }
    QueryTable.OfStore<Rows<K>> rows = (source, reader) -> rows(source);
    return new QueryTable<>(name, rows, columns);
  }

  private Rows<K> rows(QuerySource source) {
    List<Row<K>> rows = new ArrayList<>();
    source
        .observations()
        .forEach(
            (server, all) -> {
              ObservationTable<K, F> own = observed.apply(all);
              for (int row = 0; row < own.size(); row++) {
                rows.add(new Row<>(server, own.key(row), own.row(row)));
              }
            });
    return new Rows<>(source.mapping(), rows);
  }

  private ObservedTable<K, F> known(String column, BiFunction<ServiceMapping, K, String> of) {
    columns.add(
        new PartColumn<>(
            QueryColumn.text(column), part -> ColumnValues.knownTexts(row -> part.text(row, of))));
    return this;
  }
}
