package dev.watershed.collector.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Columns.Column;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Question.Need;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.catalog.LiveCatalog;
import dev.watershed.collector.server.sampling.Domains;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script asks what a connection asks, whatever columns a server has: it runs with a client that
 * only writes down what it is asked.
 */
class ScriptAgreementTest {

  private static final List<Domain<?, ?>> DOMAINS = Domains.all();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theQuestionsAreThoseOfAConnection(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    ServerProduct product = random.nextBoolean() ? ServerProduct.MYSQL : ServerProduct.MARIADB;
    List<Column> some = new ArrayList<>();
    for (Column column : everyColumn()) {
      if (random.nextInt(4) > 0) {
        some.add(column);
      }
    }
    String asked = asked(product, some);

    for (Question question : everyQuestion()) {
      Columns columns = new Columns(some);
      boolean expected =
          question.need().fits(product)
              && (question.need() != Need.TABLE || columns.has(table(question)));
      String statement = "'" + question.name() + "'";
      if (expected) {
        assertThat(asked).as(question.name()).contains(marked(question, columns));
      } else if (question.need() == Need.TABLE) {
        assertThat(asked).as(question.name()).doesNotContain(statement);
      }
    }
  }

  @Test
  void whatMayHoldLiteralsIsHeldBack() throws Exception {
    String held = asked(ServerProduct.MYSQL, everyColumn(), false);

    assertThat(held)
        .contains("CONCAT('=', IF(STARTS IS NULL, NULL, '?'))")
        .contains("CASE WHEN CHECK_CLAUSE REGEXP '[0-9''\"]' THEN '?' ELSE CHECK_CLAUSE END")
        .doesNotContainPattern("[ (](VIEW_DEFINITION|ACTION_STATEMENT|ROUTINE_DEFINITION)[),]")
        .doesNotContain("CONCAT('=', COLUMN_DEFAULT)", "CONCAT('=', EVENT_DEFINITION)");
  }

  @Test
  void nobodyAsksForSamplesHistogramsOfColumnsOrComments() throws Exception {
    assertThat(asked(ServerProduct.MYSQL, everyColumn()))
        .doesNotContain("QUERY_SAMPLE_TEXT", "COLUMN_STATISTICS", "DEFINER")
        .doesNotContainPattern("_COMMENT(?! <> ''|')");
  }

  /** Every statement reads, or sets something of its own session. */
  @Test
  void nothingIsWritten() throws Exception {
    for (ServerProduct product : ServerProduct.values()) {
      assertThat(asked(product, everyColumn()).lines())
          .isNotEmpty()
          .allMatch(line -> line.matches("(SELECT|SHOW|SET SESSION) .*"))
          .noneMatch(
              line -> line.matches("(?i).*; *(INSERT|UPDATE|DELETE|CREATE|DROP|SET GLOBAL).*"));
    }
  }

  /** The text of a connection, with the mark in front of every value. */
  private static String marked(Question question, Columns columns) {
    if (question.instead().isPresent() && !columns.has(table(question))) {
      return Question.inlined(question.instead().get(), question.parameters());
    }
    List<String> left = new ArrayList<>(question.parameters());
    String text =
        question.parts().stream()
            .map(part -> marked(part, columns, left, question.timing()))
            .collect(Collectors.joining(" UNION ALL "));
    return "'" + question.name() + "'" + labels(question) + "; " + text + ";";
  }

  private static String labels(Question question) {
    return question.labels().stream()
        .map(label -> ", '" + label.replace("'", "''") + "'")
        .collect(Collectors.joining());
  }

  private static String marked(
      Selection part, Columns columns, List<String> parameters, Question.Timing timing) {
    String values =
        part.items().stream()
            .map(
                item -> {
                  boolean there =
                      item.column().isEmpty() || columns.has(part.table(), item.column().get());
                  return "CONCAT('=', " + (there ? item.expression() : item.otherwise()) + ")";
                })
            .collect(Collectors.joining(", "));
    String rest = Question.inlined(part.rest(), parameters);
    return "SELECT "
        + values
        + " FROM "
        + part.table()
        + " AS "
        + Query.ALIAS
        + (rest.isEmpty() || timing == Question.Timing.NEW_ROWS ? "" : " " + rest);
  }

  private static String table(Question question) {
    return question.parts().get(0).table();
  }

  private static List<Question> everyQuestion() {
    List<Question> questions = new ArrayList<>(BundleScript.sampled(DOMAINS));
    questions.addAll(LiveCatalog.questions());
    return questions;
  }

  private static List<Column> everyColumn() {
    return everyQuestion().stream()
        .flatMap(question -> question.parts().stream())
        .flatMap(
            part ->
                part.items().stream()
                    .map(item -> new Column(part.table(), item.column().orElse("ALWAYS"))))
        .distinct()
        .toList();
  }

  private String asked(ServerProduct product, List<Column> columns) throws Exception {
    return asked(product, columns, true);
  }

  private String asked(ServerProduct product, List<Column> columns, boolean bodies)
      throws Exception {
    Path client = client(product, columns);
    Path script =
        Files.writeString(
            folder.resolve("bundle.sh"),
            new BundleScript(DOMAINS, "test")
                .text(
                    new ScriptOptions(
                        Optional.of("it's 1"), 1, Duration.ofSeconds(1), true, bodies)));
    ProcessBuilder process =
        new ProcessBuilder("sh", script.toString())
            .redirectOutput(folder.resolve("output").toFile())
            .redirectError(folder.resolve("errors").toFile());
    process.environment().put("MYSQL", client.toString());
    int code = process.start().waitFor();
    assertThat(code).as(Files.readString(folder.resolve("errors"))).isZero();
    assertThat(Files.readString(folder.resolve("output"))).contains("@about\tserver\tit's 1\n");
    return Files.readString(folder.resolve("asked"));
  }

  /** A client that tells of a product and its columns, and answers nothing else. */
  private Path client(ServerProduct product, List<Column> columns) throws IOException {
    StringBuilder answer =
        new StringBuilder("@answer\t1\tproduct\tVERSION\tCOMMENT\tHOST\n")
            .append(product == ServerProduct.MYSQL ? "=9.7.4\t=MySQL" : "=10.11.6-MariaDB\t=x")
            .append("\t=db1\n@answer\t3\tcolumns\tTABLE_SCHEMA\tTABLE_NAME\tCOLUMN_NAME\n");
    for (Column column : columns) {
      int dot = column.table().indexOf('.');
      answer.append(
          "=%s\t=%s\t=%s\n"
              .formatted(
                  column.table().substring(0, dot),
                  column.table().substring(dot + 1),
                  column.name()));
    }
    Path answers =
        Files.write(folder.resolve("answers"), answer.toString().getBytes(StandardCharsets.UTF_8));
    Path client =
        Files.writeString(
            folder.resolve("client"),
            "#!/bin/sh\ncat >>'%s'\ncat '%s'\n".formatted(folder.resolve("asked"), answers));
    assertThat(client.toFile().setExecutable(true)).isTrue();
    Files.deleteIfExists(folder.resolve("asked"));
    return client;
  }
}
