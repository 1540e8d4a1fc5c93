package dev.watershed.analyzer.ranking;

import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.lexical.TableReference;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;

/** Rows by each table that the statement names, and one group for statements without tables. */
final class TableGrouping implements Grouping {

  private static final GroupKey.Named NO_TABLE = new GroupKey.Named("(no table)", false);

  private final Workload workload;
  private final Schemas schemas;
  private final NameIndex<GroupKey.Named> names = new NameIndex<>();
  private final List<List<TableReference>> tablesOfText;
  private final LongObjectHashMap<int[]> groupsOfTextAndSchema = new LongObjectHashMap<>();

  TableGrouping(Workload workload) {
    this.workload = workload;
    this.schemas = new Schemas(workload.schemas());
    this.tablesOfText = new ArrayList<>(workload.texts().size());
    workload
        .texts()
        .forEach(
            text ->
                tablesOfText.add(LexicalPass.of(text.fingerprint(), text.truncated()).tables()));
  }

  @Override
  public void forEachGroup(int row, IntConsumer groups) {
    StatementTable statements = workload.statements();
    int text = statements.textIndex(row);
    int schema = statements.schemaIndex(row);
    long key = (long) text << Integer.SIZE | schema;
    int[] tables = groupsOfTextAndSchema.get(key);
    if (tables == null) {
      tables = groupsOf(tablesOfText.get(text), schema);
      groupsOfTextAndSchema.put(key, tables);
    }
    for (int table : tables) {
      groups.accept(table);
    }
  }

  @Override
  public String name(int group) {
    return names.name(group).name();
  }

  @Override
  public GroupKey key(int group, Companions companions) {
    return names.name(group);
  }

  private int[] groupsOf(List<TableReference> references, int schema) {
    if (references.isEmpty()) {
      return new int[] {names.indexOf(NO_TABLE)};
    }
    return references.stream()
        .mapToInt(reference -> names.indexOf(new GroupKey.Named(nameOf(reference, schema), true)))
        .distinct()
        .toArray();
  }

  private String nameOf(TableReference reference, int schema) {
    boolean needsSchema = reference.schema().isEmpty() && schemas.known(schema);
    return needsSchema ? schemas.name(schema) + "." + reference.table() : reference.qualifiedName();
  }
}
