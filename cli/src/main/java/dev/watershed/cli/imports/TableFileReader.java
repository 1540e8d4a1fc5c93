package dev.watershed.cli.imports;

import dev.watershed.analyzer.ownership.Claim;
import dev.watershed.analyzer.ownership.ClaimSource;
import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.cli.config.OwnerSource;
import dev.watershed.cli.config.Problems;
import dev.watershed.cli.config.YamlDocuments;
import dev.watershed.cli.config.YamlObject;
import dev.watershed.cli.config.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads YAML files that describe a table each, as GitLab's database dictionary does ({@code
 * table_name}, {@code feature_categories}). A file that names no owner has that of its path.
 */
final class TableFileReader {

  private static final List<String> TABLE_KEYS = List.of("table_name", "view_name", "table");

  private final OwnerJudge judge;
  private final ImportFiles files;
  private final ImportNotes notes;
  private final Problems problems;

  TableFileReader(OwnerJudge judge, ImportFiles files, ImportNotes notes, Problems problems) {
    this.judge = judge;
    this.files = files;
    this.notes = notes;
    this.problems = problems;
  }

  List<Claim> read(OwnerSource source, Path file) {
    String name = files.name(file);
    List<Claim> claims = new ArrayList<>();
    for (YamlObject object : YamlDocuments.read(name, file, problems)) {
      Optional<String> key =
          TABLE_KEYS.stream().filter(each -> object.text(each).isPresent()).findFirst();
      if (key.isEmpty()) {
        notes.add(name, "names no table; expected one of " + String.join(", ", TABLE_KEYS));
        continue;
      }
      Optional<String> schema = object.text("schema").or(source::schema);
      try {
        TablePattern table = TableNames.parse(object.text(key.get()).orElseThrow(), schema);
        claims.addAll(claims(source, file, object, table));
      } catch (IllegalArgumentException e) {
        notes.add(name + ":" + object.line(key.get()), e.getMessage());
      }
    }
    return claims;
  }

  private List<Claim> claims(OwnerSource source, Path file, YamlObject object, TablePattern table) {
    String name = files.name(file);
    List<YamlText> owners =
        source.ownerKeys().stream()
            .map(object::texts)
            .filter(texts -> !texts.isEmpty())
            .findFirst()
            .orElse(List.of());
    if (!owners.isEmpty()) {
      int line = owners.get(0).line();
      return judge
          .named(owners.stream().map(YamlText::text).toList(), file, name + ":" + line)
          .map(party -> OwnerJudge.claim(party, table, ClaimSource.Kind.TABLES, name, line))
          .stream()
          .toList();
    }
    if (judge.hasCodeOwners()) {
      return judge.ofFile(file, List.of(table));
    }
    notes.add(name, "names no owner; expected one of " + String.join(", ", source.ownerKeys()));
    return List.of();
  }
}
