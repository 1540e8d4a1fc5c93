package dev.watershed.collector.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.slowlog.LogHead;
import dev.watershed.collector.slowlog.SlowLogOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Logs by letters: the letter tells the time of the first event, a small one a log without banner.
 * {@code A} is {@code slow.log.A}, {@code A!} the live one, {@code A.gz} compressed, {@code A'} a
 * copy that is not complete. What was read last ends behind {@code @}.
 */
class LogPlanTest {

  private static final int COMPLETE = 2_000;
  private static final int OFFSET = 1_500;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          the first look           |    |    | C! A B.gz   | A B.gz C!+
          nothing there            |    |    |             |
          nothing new              | C  | AB | C! A B.gz   | C!@+
          renamed                  | C  | AB | D! C B.gz A | C@ D!+
          renamed twice            | C  | AB | E! D C B.gz | C@ D E!+
          renamed, no new one yet  | C  | AB | C B.gz A    | C@+
          compressed               | C  | AB | D! C.gz     | C.gz@ D!+
          being compressed         | C  | AB | D! C C.gz'  | C@ D!+
          being copied             | C  | AB | C! C'       | C!@+
          copied and emptied       | C  | AB | d! C        | C@ d!?+
          copied and grown         | C  | AB | e! d C      | C@ d? e!?+
          gone                     | C  | AB | D! B.gz A   | D!?+
          gone without banner      | C  | AB | d! B.gz A   | d!?+
          an older one turns up    | C  | B  | C! A B.gz   | C!@+
          an older one waits       | C  | B  | D! C A B.gz | C@ A D!+
          the last is compressed   | C  | AB | C.gz        | C.gz@
          """)
  void whatIsRead(String name, String last, String finished, String found, String expected) {
    Optional<LogPosition> position =
        last == null ? Optional.empty() : Optional.of(position(last, finished));
    LogPlan plan = LogPlan.of(position, files(found), false);
    assertThat(plan.problem()).isEmpty();
    assertThat(plan.lost()).isEqualTo(name.startsWith("gone"));
    assertThat(String.join(" ", plan.steps().stream().map(LogPlanTest::text).toList()))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void nothingGrowsWhereTheLogEnded() {
    LogPlan plan = LogPlan.of(Optional.empty(), files("C! A"), true);
    assertThat(plan.steps()).noneMatch(LogPlan.Step::grows);
  }

  @Test
  void aLogShorterThanWhatWasReadIsAProblem() {
    LogFile whole = file("C!");
    LogFile shorter =
        new LogFile(whole.path(), true, false, 1_000, 0, whole.head(), whole.begins());
    LogPlan plan = LogPlan.of(Optional.of(position("C", "AB")), List.of(shorter), false);
    assertThat(plan.steps()).isEmpty();
    assertThat(plan.problem().orElseThrow())
        .contains("slow.log: has 1000 bytes, but 1500 of it were read before");
  }

  @Test
  void finishedLogsAreForgottenByTheirTime() {
    FinishedLogs finished = FinishedLogs.NONE;
    for (int i = 0; i < FinishedLogs.MOST_LOGS + 3; i++) {
      finished = finished.with(new FinishedLogs.FinishedLog(new LogIdentity(100, i), 1_000L + i));
    }
    assertThat(finished.logs()).hasSize(FinishedLogs.MOST_LOGS);
    assertThat(finished.forgottenMicros()).isEqualTo(1_002);
    LogFile older = files("A").get(0);
    long began = older.beganMicros().orElseThrow();
    assertThat(new FinishedLogs(List.of(), began).contains(older)).isTrue();
    assertThat(new FinishedLogs(List.of(), began - 1).contains(older)).isFalse();
  }

  private static LogPosition position(String last, String finished) {
    FinishedLogs read = FinishedLogs.NONE;
    for (String letter : finished.split("", -1)) {
      if (!letter.isEmpty()) {
        read = read.with(files(letter).get(0).finished());
      }
    }
    return new LogPosition(files(last).get(0).identity(), OFFSET, read);
  }

  private static List<LogFile> files(String words) {
    List<LogFile> files = new ArrayList<>();
    for (String word : words == null ? new String[0] : words.split(" ", -1)) {
      files.add(file(word));
    }
    return files;
  }

  private static LogFile file(String word) {
    boolean live = word.endsWith("!");
    boolean cut = word.contains("'");
    boolean packed = word.contains(".gz");
    byte[] head = head(word.charAt(0));
    return new LogFile(
        Path.of(live ? "slow.log" : "slow.log." + word.replace("'", "")),
        live,
        packed,
        cut ? COMPLETE / 2 : COMPLETE,
        0,
        cut ? Arrays.copyOf(head, head.length - 10) : head,
        LogHead.of(head, SlowLogOptions.standard()));
  }

  private static byte[] head(char letter) {
    String banner = Character.isUpperCase(letter) ? SimulatedServer.BANNER : "";
    String event =
        "# Time: 2026-11-0"
            + (Character.toUpperCase(letter) - 'A' + 1)
            + "T00:00:00.000000Z\n# User@Host: a[a] @ h []  Id: 7\n# Query_time: 0.1\nSET"
            + " timestamp=1;\nselect 1;\n";
    return (banner + event).getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(LogPlan.Step step) {
    String name = step.file().path().toString().replace("slow.log.", "");
    String letter = step.file().live() ? letterOf(step.file()) + "!" : name;
    assertThat(step.from()).isEqualTo(step.continues() ? OFFSET : 0);
    return letter
        + (step.continues() ? "@" : "")
        + (step.possibleGap() ? "?" : "")
        + (step.grows() ? "+" : "");
  }

  private static String letterOf(LogFile file) {
    String head = new String(file.head(), StandardCharsets.US_ASCII);
    int day = head.charAt(head.indexOf("-11-0") + 5) - '1';
    char letter = (char) ('A' + day);
    return String.valueOf(file.begins().banner() ? letter : Character.toLowerCase(letter));
  }
}
