package dev.watershed.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeOwnersTest {

  /** The owners of a path, of all sections. */
  private static List<String> owners(CodeOwners file, String path) {
    return file.deciding(path).stream().flatMap(line -> line.owners().stream()).toList();
  }

  @ParameterizedTest(name = "GitHub: {0} means {1}: {2}")
  @CsvSource({
    "*,            a/b/c.rb,            true",
    "*.sql,        db/001.sql,          true",
    "*.sql,        db/001.sqlx,         false",
    "/docs/,       docs/a/b.md,         true",
    "/docs/,       x/docs/b.md,         false",
    "docs/,        x/docs/b.md,         true",
    "docs/,        docs,                false",
    "docs/*,       docs/a.md,           true",
    "docs/*,       docs/a/b.md,         false",
    "docs/*,       x/docs/a.md,         false",
    "/apps/github, apps/github/a/b.rb,  true",
    "apps/github,  x/apps/github/a.rb,  false",
    "**/logs,      build/deep/logs/x,   true",
    "**/logs,      logs/x,              true",
    "/a/**/z.sql,  a/z.sql,             true",
    "/a/**/z.sql,  a/b/c/z.sql,         true",
    "/a/**,        a/b/c,               true",
    "/a/**,        ab/c,                false",
    "a?.sql,       x/ab.sql,            true",
    "a?.sql,       a/.sql,              false",
    "README.md,    README.md,           true",
    "README.md,    READMExmd,           false",
  })
  void gitHubsPatterns(String pattern, String path, boolean means) {
    CodeOwners file = CodeOwners.parse("CODEOWNERS", List.of(pattern + " @o/team"), false);
    assertThat(owners(file, path)).isEqualTo(means ? List.of("@o/team") : List.of());
  }

  @ParameterizedTest(name = "GitLab: {0} means {1}: {2}")
  @CsvSource({
    "*,             a/b,              true",
    "ee/docs/a.md,  x/ee/docs/a.md,   true",
    "/ee/docs/a.md, x/ee/docs/a.md,   false",
    "docs/,         x/docs/a/b,       true",
    "docs,          docs/a,           false",
    "/docs/*,       docs/a,           true",
    "/docs/*,       docs/a/b,         false",
    "/docs/**/*.md, docs/a/b/c.md,    true",
    "/docs/**,      docs/a,           true",
    "/docs/**,      docs/a/b,         false",
  })
  void gitLabsPatterns(String pattern, String path, boolean means) {
    CodeOwners file = CodeOwners.parse("CODEOWNERS", List.of(pattern + " @o/team"), true);
    assertThat(owners(file, path)).isEqualTo(means ? List.of("@o/team") : List.of());
  }

  @Test
  void theLastLineThatMatchesDecides() {
    CodeOwners file =
        CodeOwners.parse(
            "CODEOWNERS",
            """
            # whoever is left
            *            @acme/core  # not for long
            /db/         @acme/data jane@example.com
            /db/free/
            /db/\\#odd\\ name.sql @jane
            """
                .lines()
                .toList(),
            false);
    assertThat(owners(file, "a.txt")).containsExactly("@acme/core");
    assertThat(owners(file, "db/a.sql")).containsExactly("@acme/data", "jane@example.com");
    assertThat(owners(file, "db/free/a.sql")).isEmpty();
    assertThat(owners(file, "db/#odd name.sql")).containsExactly("@jane");
    assertThat(file.deciding("db/a.sql")).extracting(CodeOwners.Line::number).containsExactly(3);
    assertThat(file.issues()).isEmpty();
  }

  @Test
  void sectionsDecideEachForItself() {
    CodeOwners file =
        CodeOwners.parse(
            "CODEOWNERS",
            """
            * @acme/all

            [Database][2] @acme/data
            /db/
            /db/pay/ @acme/pay
            !/db/pay/old/

            ^[docs]
            *.md @@maintainer

            [DATABASE]
            /db/late/ @acme/late
            """
                .lines()
                .toList(),
            false);
    assertThat(owners(file, "db/a.sql")).containsExactly("@acme/all", "@acme/data");
    assertThat(owners(file, "db/pay/a.sql")).containsExactly("@acme/all", "@acme/pay");
    assertThat(owners(file, "db/pay/old/a.sql")).containsExactly("@acme/all");
    assertThat(owners(file, "db/late/a.sql")).containsExactly("@acme/all", "@acme/late");
    assertThat(owners(file, "x.md")).containsExactly("@acme/all", "@@maintainer");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/db/ data           | CODEOWNERS:2: left out: 'data' is no owner; expected @name",
        "!/db/ @acme/data    | CODEOWNERS:2: left out: '!/db/': GitHub knows no negation",
        "/db/[ab]/ @acme/a   | CODEOWNERS:2: left out: '/db/[ab]/': ranges of characters",
      })
  void aLineThatCannotBeReadIsSaidAndLeftOut(String line, String message) {
    CodeOwners file = CodeOwners.parse("CODEOWNERS", List.of("* @acme/core", line), false);
    assertThat(file.issues()).singleElement().asString().startsWith(message);
    assertThat(owners(file, "db/a/x.sql")).containsExactly("@acme/core");
  }
}
