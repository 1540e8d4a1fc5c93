package dev.watershed.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomOptionsTest {

  @Test
  void readsItsOwnAndThoseOfTheFleet() {
    RoomOptions options =
        RoomOptions.parse("--pool", "1.5", "--cpus", "2", "--out", "x", "--seed", "7");
    assertThat(options.cpus()).isEqualTo(2);
    assertThat(options.poolGiB()).isEqualTo(1.5);
    assertThat(options.fleet().seed()).isEqualTo(7);
  }

  @Test
  void fillsInTheRest() {
    RoomOptions options = RoomOptions.parse("--out", "x");
    assertThat(options.cpus()).isEqualTo(8);
    assertThat(options.poolGiB()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--cpus | --cpus needs a value",
        "--cpus many --out x | --cpus: expected a number, not many",
        "--pool 0 --out x | --cpus and --pool must be above 0",
        "--cpus 2 | --out FOLDER is missing",
        "--out x --cpus 2 | what is --cpus?",
      })
  void saysWhatIsWrong(String arguments, String message) {
    assertThatThrownBy(() -> RoomOptions.parse(arguments.split(" ", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
