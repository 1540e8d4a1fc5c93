package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bash offers that read the script. */
class CompletionTest {

  @TempDir private Path folder;

  private Path script;

  @BeforeEach
  void print() throws IOException {
    CommandRun run = new CommandRun(folder);
    run.execute("completion");
    assertThat(run.exitCode()).isZero();
    script = Files.writeString(folder.resolve("completion.bash"), run.output());
  }

  @Test
  void commandsAreOffered() throws Exception {
    assertThat(offered("watershed", "co")).containsExactlyInAnyOrder("collect", "completion");
    assertThat(offered("watershed", "")).contains("report", "check", "help");
  }

  @Test
  void optionsAreThoseOfTheCommand() throws Exception {
    assertThat(offered("watershed", "report", "--la")).containsExactly("--lang");
    assertThat(offered("watershed", "check", "--la")).isEmpty();
    assertThat(offered("watershed", "plan", "--what")).containsExactly("--what-if");
  }

  @Test
  void filesAreLeftToTheShell() throws Exception {
    assertThat(offered("watershed", "report", "--out", "completion")).isEmpty();
    assertThat(bash("source completion.bash; complete -p watershed")).contains("-o default");
  }

  /** What is offered for the last of some words. Outside of a completion, compopt complains. */
  private List<String> offered(String... words) throws IOException, InterruptedException {
    String line = String.join("' '", words);
    return bash("source completion.bash; COMP_WORDS=('%s'); COMP_CWORD=%d; "
                .formatted(line, words.length - 1)
            + "_complete_watershed 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\"")
        .lines()
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private String bash(String commands) throws IOException, InterruptedException {
    Process bash =
        new ProcessBuilder("bash", "--norc", "-c", commands)
            .directory(script.getParent().toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(output).isZero();
    return output;
  }
}
