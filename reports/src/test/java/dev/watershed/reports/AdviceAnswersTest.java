package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.index.trial.RefusedStatement;
import dev.watershed.analyzer.index.trial.TrialOutcome;
import dev.watershed.analyzer.index.trial.TriedStatement;
import dev.watershed.reports.json.AdviceJson;
import dev.watershed.reports.text.AdviceScript;
import dev.watershed.reports.text.AdviceText;
import dev.watershed.reports.text.Style;
import dev.watershed.reports.text.TextOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AdviceAnswersTest {

  private final List<ServerAdvice> servers = AdviceFixture.servers();

  @Test
  void textSaysWhatToDoAndWhy() {
    Golden.assertEquals(
        new AdviceText(new TextOptions(110, new Style(false)), 0).render(servers), "advise.txt");
  }

  @Test
  void textShowsAFewOfEachKind() {
    assertThat(new AdviceText(new TextOptions(110, new Style(false)), 1).render(servers))
        .contains("2 more (--limit 0 shows all)")
        .contains("shop.lines");
  }

  @Test
  void scriptRunsOnlyWhatIsSureAndTheServersOwnToDo() {
    String script = new AdviceScript().render(servers);
    Golden.assertEquals(script, "advise.sql");
    assertThat(script.lines().filter(line -> !line.startsWith("--") && !line.isEmpty()))
        .hasSize(2)
        .allMatch(
            line -> line.startsWith("ALTER TABLE `shop`.`orders`") || line.contains("`lines`"));
  }

  /** A name, a version and a caveat may hold anything that a server takes. */
  @Test
  void scriptKeepsForeignTextInsideItsComments() {
    String evil = "x\nDROP TABLE a;\r\u2028DROP TABLE b;\u0085\u0000DROP TABLE c; -- ";
    String script =
        new AdviceScript()
            .render(List.of(AdviceFixture.dropping(evil, evil, OptionalDouble.empty(), evil)));
    assertThat(script.lines().filter(line -> !line.isEmpty()))
        .hasSizeGreaterThan(3)
        .allMatch(line -> line.startsWith("-- "))
        .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
    assertThat(script).contains("-- A name holds characters that are shown otherwise here");
  }

  @Test
  void saysWhichWritesAreNotKnown() {
    assertThat(cost(OptionalDouble.empty())).isEqualTo("gives back 3.15 MB, writes unknown");
    assertThat(cost(OptionalDouble.of(0)))
        .isEqualTo("gives back 3.15 MB, 0 entries written a second");
  }

  private static String cost(OptionalDouble writes) {
    ServerAdvice server = AdviceFixture.dropping("lines", "k", writes, "");
    String cost = IndexWords.cost(server.indexes().get(0).advice());
    return cost.substring(0, cost.lastIndexOf(','));
  }

  @Test
  void saysWhatAnIndexOfLowValueSpares() {
    assertThat(IndexWords.summary(AdviceFixture.lowValue(100, 105, 4_995)))
        .isEqualTo(
            "1 digest with 2.0 % of the time; without it they cost 5.0 % more, and its upkeep"
                + " costs 1,000 times as much as that, by the model; instead: by_day");
    assertThat(IndexWords.summary(AdviceFixture.lowValue(100, 100, 5_000)))
        .isEqualTo(
            "1 digest with 2.0 % of the time; without it they cost no more, by the model; instead:"
                + " by_day");
  }

  @Test
  void whatATrialSpeaksAgainstIsNotRun() {
    ServerAdvice server = servers.get(0);
    TrialOutcome proven = server.trials().get(0);
    TrialOutcome notTaken =
        new TrialOutcome(
            proven.adviceId(),
            proven.refused(),
            false,
            List.of(
                new TriedStatement(
                    1,
                    proven.statements().get(0).without(),
                    proven.statements().get(0).without(),
                    false)),
            List.of(new RefusedStatement(0xabcL, "error 1064 (42000)")),
            0);

    String script = new AdviceScript().render(List.of(server.tried(List.of(notTaken))));

    assertThat(script)
        .contains("-- tried: the optimizer does not take it; 1 statement run")
        .contains("-- 0000000000000abc: the copy refuses it: error 1064 (42000)")
        .contains("-- ALTER TABLE `shop`.`orders` ADD INDEX `idx_orders`");
  }

  @Test
  void jsonHasEverything() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AdviceJson.write(servers, out);
    String json = out.toString(StandardCharsets.UTF_8);
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      int objects = 0;
      while (parser.nextToken() != null) {
        objects += parser.currentToken().isStructStart() ? 1 : 0;
      }
      assertThat(objects).isGreaterThan(20);
    }
    Golden.assertEquals(json, "advise.json");
  }
}
