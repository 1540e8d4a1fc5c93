package dev.watershed.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.benchmarks.fleet.server.FleetServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetOptionsTest {

  @Test
  void readsWhatIsGivenAndFillsInTheRest() {
    FleetOptions options =
        FleetOptions.parse(
            "--out", "x", "--scale", "1h", "--servers", "embedded", "--move", "a.b=c");
    assertThat(options.duration()).isEqualTo(Duration.ofHours(1));
    assertThat(options.servers()).isEqualTo(FleetServers.Mode.EMBEDDED);
    assertThat(options.moves().moves("a.b")).isTrue();
    assertThat(options.seed()).isEqualTo(1);
    assertThat(options.keepFor()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--seed 1 | --out FOLDER is missing",
        "--out | --out needs a value",
        "--out x --seed 1.5 | --seed: expected a whole number, not 1.5",
        "--out x --sede 1 | what is --sede?",
        "--out x --scale ten | --scale: expected a time such as 90s, 5m or 1h, not ten",
        "--out x --scale 0s | --scale must be above 0",
        "--out x --rate 0 | --rate must be above 0",
        "--out x --rows -1 | --rows must be above 0",
        "--out x --rows many | --rows: expected a number, not many",
        "--out x --servers oracle | --servers is docker or embedded, not oracle",
        "--out x --move a.b | expected schema.table=schema, not a.b",
      })
  void saysWhatIsWrong(String arguments, String message) {
    assertThatThrownBy(() -> FleetOptions.parse(arguments.split(" ", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatMakesRunsDifferLeavesOutWhereTheyGo() {
    List<String> one = FleetOptions.parse("--out", "a", "--rows", "0.3").ofTheRun();
    assertThat(FleetOptions.parse("--out", "b", "--rows", "0.3", "--keep", "5s").ofTheRun())
        .isEqualTo(one);
    for (String option : List.of("--seed 2", "--scale 5s", "--rate 2", "--move a.b=c")) {
      String[] words = option.split(" ", -1);
      assertThat(FleetOptions.parse("--out", "a", "--rows", "0.3", words[0], words[1]).ofTheRun())
          .as(option)
          .isNotEqualTo(one);
    }
  }
}
