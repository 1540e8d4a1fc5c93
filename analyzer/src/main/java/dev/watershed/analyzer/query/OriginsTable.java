package dev.watershed.analyzer.query;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.workload.Origin;
import java.util.List;
import java.util.stream.LongStream;

/** A row per account, host and tags, with the service that the configuration maps it to. */
final class OriginsTable {

  private OriginsTable() {}

  /** All origins; their positions are their ids. */
  record Origins(List<Origin> origins, List<Attribution> owners) implements TablePart.OfStore {

    static Origins of(QuerySource source, PartReader reader) {
      List<Origin> origins = source.origins(reader);
      return new Origins(origins, origins.stream().map(source.mapping()::attribute).toList());
    }

    @Override
    public int rows() {
      return origins.size();
    }
  }

  static QueryTable<Origins> table() {
    return new QueryTable<>(
        "origins",
        (QueryTable.OfStore<Origins>) Origins::of,
        List.of(
            new PartColumn<>(
                QueryColumn.integer("origin"),
                part -> ColumnValues.numbers(LongStream.range(0, part.rows()).toArray())),
            new PartColumn<>(
                QueryColumn.text("user"),
                part -> ColumnValues.texts(row -> part.origins().get(row).user())),
            new PartColumn<>(
                QueryColumn.text("host"),
                part -> ColumnValues.texts(row -> part.origins().get(row).host())),
            new PartColumn<>(
                QueryColumn.texts("tags"),
                part -> ColumnValues.texts(row -> tags(part.origins().get(row)))),
            new PartColumn<>(
                QueryColumn.text("service"),
                part -> ColumnValues.knownTexts(row -> part.owners().get(row).service())),
            new PartColumn<>(
                QueryColumn.text("module"),
                part -> ColumnValues.knownTexts(row -> part.owners().get(row).module()))));
  }

  private static String tags(Origin origin) {
    return String.join(
        "\t",
        origin.tags().stream()
            .map(tag -> (tag.key() + "=" + tag.value()).replace('\t', ' '))
            .toList());
  }
}
