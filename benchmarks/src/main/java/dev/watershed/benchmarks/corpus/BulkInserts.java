package dev.watershed.benchmarks.corpus;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Inserts of many rows. */
final class BulkInserts implements TemplateSource {

  @Override
  public StatementTemplate next(SplittableRandom random) {
    int service = random.nextInt(Vocabulary.SERVICES.size());
    String table = Vocabulary.table(service, random.nextInt(Vocabulary.tables()));
    List<String> columns = Vocabulary.columns(random, 3 + random.nextInt(8));
    String row =
        columns.stream().map(ShortStatements::literal).collect(Collectors.joining(", ", "(", ")"));
    String tail =
        random.nextBoolean()
            ? ""
            : " ON DUPLICATE KEY UPDATE "
                + columns.stream()
                    .map(column -> column + " = VALUES(" + column + ")")
                    .collect(Collectors.joining(", "));
    String names = String.join("`, `", columns);
    String text = "INSERT INTO `" + table + "` (`" + names + "`) VALUES {r}" + tail;
    return StatementTemplate.of(service, text, row, 3_000 + random.nextInt(20_000), 0);
  }
}
