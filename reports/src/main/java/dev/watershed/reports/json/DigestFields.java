package dev.watershed.reports.json;

import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.TouchedTable;
import java.io.IOException;

/** The fields of one line of a ranking. */
final class DigestFields {

  private DigestFields() {}

  static void identity(JsonOutput output, GroupKey.Digest digest) throws IOException {
    output.text("digest", digest.name());
    output.text("fingerprint", digest.fingerprint());
    output.text("kind", digest.kind().name());
    output.texts("tables", digest.tables().stream().map(TouchedTable::name).toList());
  }

  static void figures(JsonOutput output, GroupFacts group) throws IOException {
    new FigureFields(output).write(group.figures(), group.share());
    output.texts("services", group.services());
    output.texts("schemas", group.schemas());
    output.instant("firstSeen", group.figures().firstSeen());
    output.instant("lastSeen", group.figures().lastSeen());
    if (group.key() instanceof GroupKey.Digest digest) {
      output.text("sample", digest.sample());
    }
  }
}
