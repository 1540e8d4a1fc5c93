package dev.watershed.workload.store.window;

import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.container.ContainerWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The names of a workload in the order in which a window lists them, and where each one went. */
final class NameTables {

  private final List<String> schemas;
  private final List<Origin> origins;
  private final int[] schemaIds;
  private final int[] originIds;

  NameTables(Workload workload) {
    List<String> names = workload.schemas();
    TreeSet<String> sorted = new TreeSet<>();
    for (int index = 0; index < names.size(); index++) {
      if (index != WorkloadBuilder.CARRIED_SCHEMA) {
        sorted.add(names.get(index));
      }
    }
    schemas = List.copyOf(sorted);
    schemaIds = new int[names.size()];
    for (int index = 0; index < schemaIds.length; index++) {
      boolean carried = index == WorkloadBuilder.CARRIED_SCHEMA;
      String name = names.get(carried ? WorkloadBuilder.NO_SCHEMA : index);
      schemaIds[index] = java.util.Collections.binarySearch(schemas, name);
    }
    List<Origin> all = workload.origins();
    int[] order = RowOrder.of(all.size(), (a, b) -> all.get(a).compareTo(all.get(b)));
    originIds = RowOrder.places(order);
    origins = new ArrayList<>(order.length);
    for (int index : order) {
      origins.add(all.get(index));
    }
  }

  /** The row of schemas for a position in {@link Workload#schemas()}. */
  int schemaId(int index) {
    return schemaIds[index];
  }

  /** The row of origins for a position in {@link Workload#origins()}. */
  int originId(int index) {
    return originIds[index];
  }

  List<String> schemas() {
    return schemas;
  }

  List<Origin> origins() {
    return origins;
  }

  /** The name of a row of schemas. */
  String schema(int id) {
    return schemas.get(id);
  }

  /** The origin of a row of origins. */
  Origin origin(int id) {
    return origins.get(id);
  }

  void write(ContainerWriter file, Compression compression) {
    write(schemas, origins, file, compression);
  }

  static void write(
      List<String> schemas, List<Origin> origins, ContainerWriter file, Compression compression) {
    file.add(
        WindowSection.SCHEMAS.key(),
        new TableWriter(schemas.size())
            .texts(WindowColumns.SCHEMA_NAME, schemas)
            .encode(compression));
    writeOrigins(origins, WindowSection.ORIGINS, WindowSection.ORIGIN_TAGS, file, compression);
  }

  /** Writes origins and, in a table of their own, their tags. */
  static void writeOrigins(
      List<Origin> origins,
      WindowSection section,
      WindowSection tagSection,
      ContainerWriter file,
      Compression compression) {
    int[] tagsEnd = new int[origins.size()];
    List<OriginTag> tags = new ArrayList<>();
    for (int row = 0; row < tagsEnd.length; row++) {
      tags.addAll(origins.get(row).tags());
      tagsEnd[row] = tags.size();
    }
    file.add(
        section.key(),
        new TableWriter(origins.size())
            .texts(WindowColumns.USER, origins.stream().map(Origin::user).toList())
            .texts(WindowColumns.HOST, origins.stream().map(Origin::host).toList())
            .ints(WindowColumns.TAGS_END, tagsEnd)
            .encode(compression));
    file.add(
        tagSection.key(),
        new TableWriter(tags.size())
            .texts(WindowColumns.TAG_KEY, tags.stream().map(OriginTag::key).toList())
            .texts(WindowColumns.TAG_VALUE, tags.stream().map(OriginTag::value).toList())
            .encode(compression));
  }
}
