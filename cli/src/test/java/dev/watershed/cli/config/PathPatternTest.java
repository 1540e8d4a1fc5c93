package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} means {1}: {2}")
  @CsvSource({
    "db/docs,         db/docs/a.yml,       true",
    "db/docs,         db/docsx/a.yml,      false",
    "db/docs/*.yml,   db/docs/a.yml,       true",
    "db/docs/*.yml,   db/docs/x/a.yml,     false",
    "db/**/*.yml,     db/a.yml,            true",
    "db/**/*.yml,     db/x/y/a.yml,        true",
    "**/catalog.yaml, catalog.yaml,        true",
    "**/catalog.yaml, a/b/catalog.yaml,    true",
    "stock/**,        stock/a/b,           true",
    "stock/**,        stocks/a,            false",
    "../other/*,      ../other/a,          true",
    "'a.{yml,yaml}',  a.yaml,              true",
    "s*/x.yml,        stock/x.yml,         true",
    "s*/x.yml,        other/x.yml,         false",
  })
  void aPatternMeansFiles(String pattern, String file, boolean means) {
    Path path = folder.toAbsolutePath().resolve(file).normalize();
    assertThat(PathPattern.of(folder, pattern).matches(path)).isEqualTo(means);
  }

  @Test
  void filesComeInTheOrderOfTheirNamesAndFromNoRepository() throws IOException {
    for (String name : new String[] {"b/x.yml", "a/x.yml", "a/y.txt", ".git/x.yml"}) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "");
    }
    Path absolute = folder.toAbsolutePath().normalize();
    assertThat(PathPattern.of(folder, "**/*.yml").files())
        .containsExactly(absolute.resolve("a/x.yml"), absolute.resolve("b/x.yml"));
    assertThat(PathPattern.of(folder, "nowhere/*").files()).isEmpty();
  }
}
