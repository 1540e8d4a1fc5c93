package dev.watershed.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links between the pages of the repository. */
class PageLinksTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern FILE_AND_HEADING = Pattern.compile("([^#]*)(?:#(.*))?");
  private static final Path DOCUMENTATION = Pages.REPOSITORY.resolve("docs");

  @Test
  void everyLinkLeadsToAFileAndItsHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    List<Path> pages = Pages.all();
    for (Path page : pages) {
      links(page).stream()
          .filter(link -> !link.contains("://") && !leads(page, link))
          .forEach(link -> broken.add(page + ": " + link));
    }
    assertThat(pages).hasSizeGreaterThan(50);
    assertThat(broken).isEmpty();
  }

  @Test
  void theListOfPagesHasEachOfThem() throws IOException {
    Path list = DOCUMENTATION.resolve("README.md");
    List<String> pages =
        Pages.all().stream()
            .filter(page -> DOCUMENTATION.equals(page.getParent()) && !page.equals(list))
            .map(page -> page.getFileName().toString())
            .toList();
    assertThat(links(list)).containsAll(pages);
  }

  private static List<String> links(Path page) {
    return LINK.matcher(Pages.text(page)).results().map(link -> link.group(1)).toList();
  }

  private static boolean leads(Path page, String link) {
    MatchResult parts = FILE_AND_HEADING.matcher(link).results().findFirst().orElseThrow();
    Path target = parts.group(1).isEmpty() ? page : page.resolveSibling(parts.group(1));
    String anchor = parts.group(2);
    return Files.exists(target) && (anchor == null || Pages.anchors(target).contains(anchor));
  }
}
