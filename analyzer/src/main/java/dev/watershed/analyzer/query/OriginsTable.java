package dev.watershed.analyzer.query;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.workload.Origin;
import java.util.List;
import java.util.stream.LongStream;

/** A row per account, host and tags, with the service that the configuration maps it to. */
final class OriginsTable implements QueryTable {

  @Override
  public String name() {
    return "origins";
  }

  @Override
  public List<QueryColumn> columns() {
    return List.of(
        QueryColumn.integer("origin"),
        QueryColumn.text("user"),
        QueryColumn.text("host"),
        QueryColumn.texts("tags"),
        QueryColumn.text("service"),
        QueryColumn.text("module"));
  }

  @Override
  public int parts(QuerySource source) {
    return 1;
  }

  @Override
  public Part open(QuerySource source, int part, List<QueryColumn> wanted, PartReader reader) {
    List<Origin> origins = source.origins(reader);
    List<Attribution> owners = origins.stream().map(source.mapping()::attribute).toList();
    List<ColumnValues> values =
        wanted.stream().map(column -> values(origins, owners, column)).toList();
    return new Part(origins.size(), values);
  }

  private static ColumnValues values(
      List<Origin> origins, List<Attribution> owners, QueryColumn column) {
    return switch (column.name()) {
      case "origin" -> ColumnValues.numbers(LongStream.range(0, origins.size()).toArray());
      case "user" -> ColumnValues.texts(row -> origins.get(row).user());
      case "host" -> ColumnValues.texts(row -> origins.get(row).host());
      case "tags" -> ColumnValues.texts(row -> tags(origins.get(row)));
      case "service" -> ColumnValues.knownTexts(row -> owners.get(row).service());
      default -> ColumnValues.knownTexts(row -> owners.get(row).module());
    };
  }

  private static String tags(Origin origin) {
    return String.join(
        "\t",
        origin.tags().stream()
            .map(tag -> (tag.key() + "=" + tag.value()).replace('\t', ' '))
            .toList());
  }
}
