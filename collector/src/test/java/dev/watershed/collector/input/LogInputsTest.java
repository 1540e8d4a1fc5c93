package dev.watershed.collector.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogInputsTest {

  @TempDir Path directory;

  @BeforeEach
  void files() throws Exception {
    for (String name :
        List.of("mysql-slow.log", "mysql-slow.log.1.gz", "a.log", "readme.txt", "sub/b-slow.log")) {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
  }

  @Test
  void aFileIsItself() throws Exception {
    assertThat(names("a.log")).containsExactly("a.log");
    assertThat(names("readme.txt")).containsExactly("readme.txt");
  }

  @Test
  void aDirectoryGivesWhatIsCalledLikeALog() throws Exception {
    assertThat(names(".")).containsExactly("./a.log", "./mysql-slow.log", "./mysql-slow.log.1.gz");
  }

  @Test
  void globsAreSortedAndMayCrossDirectories() throws Exception {
    assertThat(names("mysql*")).containsExactly("mysql-slow.log", "mysql-slow.log.1.gz");
    assertThat(names("*/*-slow.log")).containsExactly("sub/b-slow.log");
    assertThat(names("**/*.log")).containsExactly("sub/b-slow.log");
    assertThat(names(directory + "/*.txt")).containsExactly(directory + "/readme.txt");
  }

  @Test
  void whatIsNamedTwiceIsReadOnce() throws Exception {
    assertThat(names("a.log", "*.log", "./a.log", "-", "-"))
        .containsExactly("a.log", "mysql-slow.log", "-");
  }

  @Test
  void aLinkIsTheFileThatItLeadsTo() throws Exception {
    Files.createSymbolicLink(directory.resolve("current.log"), directory.resolve("a.log"));
    assertThat(names(".")).containsExactly("./a.log", "./mysql-slow.log", "./mysql-slow.log.1.gz");
    assertThat(names("a.log", "current.log")).containsExactly("a.log");
  }

  @Test
  void aNameWithGlobCharactersThatExistsIsAFile() throws Exception {
    Files.writeString(directory.resolve("slow[1].log"), "x");
    assertThat(names("slow[1].log")).containsExactly("slow[1].log");
  }

  @Test
  void errorsNameWhatWhereAndTheWayOut() throws Exception {
    Files.createDirectories(directory.resolve("empty"));
    assertThatThrownBy(() -> names("missing.log"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("missing.log: no such file")
        .hasMessageContaining(directory.toString());
    assertThatThrownBy(() -> names("empty")).hasMessageContaining("no slow log in this directory");
    assertThatThrownBy(() -> names("*.zst")).hasMessageContaining("no file matches");
    assertThatThrownBy(() -> names("nowhere/*.log")).hasMessageContaining("no file matches");
    assertThatThrownBy(() -> names("slow[1.log"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("slow[1.log: no such file, and no pattern either: ");
    assertThatThrownBy(() -> names("a\0b")).hasMessageContaining("not a valid path");
  }

  private List<String> names(String... arguments) throws InputException {
    return LogInputs.resolve(List.of(arguments), directory).stream().map(LogInput::name).toList();
  }
}
