package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.watershed.analyzer.index.result.ServerAdvice;
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
            0);

    String script = new AdviceScript().render(List.of(server.tried(List.of(notTaken))));

    assertThat(script)
        .contains("-- tried: the optimizer does not take it; 1 statement run")
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
