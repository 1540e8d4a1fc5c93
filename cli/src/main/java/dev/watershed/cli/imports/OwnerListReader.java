package dev.watershed.cli.imports;

import dev.watershed.analyzer.ownership.Claim;
import dev.watershed.analyzer.ownership.ClaimSource;
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
 * Reads YAML files with many tables: lists of tables per owner, as GitHub's schema domains are
 * ({@code gists: [gists, gist_comments]}), or an owner per table ({@code gists: team}).
 */
final class OwnerListReader {

  private final OwnerJudge judge;
  private final ImportFiles files;
  private final ImportNotes notes;
  private final Problems problems;
  private final List<Claim> claims = new ArrayList<>();

  OwnerListReader(OwnerJudge judge, ImportFiles files, ImportNotes notes, Problems problems) {
    this.judge = judge;
    this.files = files;
    this.notes = notes;
    this.problems = problems;
  }

  List<Claim> read(OwnerSource source, Path file) {
    claims.clear();
    String name = files.name(file);
    for (YamlObject object : YamlDocuments.read(name, file, problems)) {
      for (String key : object.keys()) {
        for (YamlText value : object.texts(key)) {
          if (object.isList(key)) {
            claim(source, file, key, value.text(), value.line());
          } else {
            claim(source, file, value.text(), key, value.line());
          }
        }
        if (object.texts(key).isEmpty()) {
          notes.add(
              name + ":" + object.line(key),
              "expected a list of tables under an owner, or an owner behind a table");
        }
      }
    }
    return List.copyOf(claims);
  }

  private void claim(OwnerSource source, Path file, String owner, String table, int line) {
    String name = files.name(file);
    try {
      var pattern = TableNames.parse(table, source.schema());
      Optional<Claim> claim =
          judge
              .named(List.of(owner), file, name + ":" + line)
              .map(party -> OwnerJudge.claim(party, pattern, ClaimSource.Kind.LISTS, name, line));
      claim.ifPresent(claims::add);
    } catch (IllegalArgumentException e) {
      notes.add(name + ":" + line, e.getMessage());
    }
  }
}
