package dev.watershed.analyzer.ranking;

import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.lexical.LexicalFacts;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.lexical.TableReference;
import dev.watershed.sql.lexical.TableUse;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Rows by fingerprint: the group is the position of the text. */
final class DigestGrouping implements Grouping {

  private final Workload workload;

  DigestGrouping(Workload workload) {
    this.workload = workload;
  }

  @Override
  public void forEachGroup(int row, IntConsumer groups) {
    groups.accept(workload.statements().textIndex(row));
  }

  @Override
  public String name(int group) {
    return Fingerprints.idOf(workload.texts().get(group).digest());
  }

  @Override
  public GroupKey.Digest key(int group, Companions companions) {
    StatementText text = workload.texts().get(group);
    LexicalFacts facts = LexicalPass.of(text.fingerprint(), text.truncated());
    return new GroupKey.Digest(
        text.digest(),
        text.fingerprint(),
        text.truncated(),
        facts.kind(),
        touched(facts, companions.schemas()),
        text.sample());
  }

  private static List<TouchedTable> touched(LexicalFacts facts, List<String> schemas) {
    Map<String, Boolean> written = new LinkedHashMap<>();
    for (TableReference reference : facts.tables()) {
      for (String name : namesOf(reference, schemas)) {
        written.merge(name, reference.use() == TableUse.WRITE, Boolean::logicalOr);
      }
    }
    List<TouchedTable> tables = new ArrayList<>(written.size());
    written.forEach((name, writes) -> tables.add(new TouchedTable(name, writes)));
    return tables;
  }

  private static List<String> namesOf(TableReference reference, List<String> schemas) {
    if (reference.schema().isPresent() || schemas.isEmpty()) {
      return List.of(reference.qualifiedName());
    }
    return schemas.stream().map(schema -> schema + "." + reference.table()).toList();
  }
}
