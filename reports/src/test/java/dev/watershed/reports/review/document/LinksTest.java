package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.Pages;
import dev.watershed.reports.review.form.Section;
import dev.watershed.reports.review.scope.ReviewScope;
import dev.watershed.rules.fleet.FleetFactsFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No link of a report leads nowhere, whoever it is for. */
class LinksTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);
  private static final Pattern LINK = Pattern.compile("(?:href=\"#|data-page=\")([^\"]+)\"");

  static Stream<ReviewFacts> reports() {
    ReviewFactsFixture later = new ReviewFactsFixture();
    later
        .workload()
        .user("market")
        .statement("UPDATE shop.orders SET state = 2 WHERE member_id = 3")
        .run(FleetFactsFixture.times(90, 3_000));
    ReviewFacts fleet = new ReviewFactsFixture().build();
    ReviewFacts compared = new ReviewFactsFixture().after(later.build());
    return Stream.of(
        fleet,
        compared,
        later.after(fleet),
        ReviewScope.of(fleet, List.of("booking"), List.of("booking")),
        ReviewScope.of(fleet, List.of("market"), List.of("market")),
        ReviewScope.of(compared, List.of("market"), List.of("market")),
        new ReviewFactsFixture().withoutCatalog().withoutServices().withoutLedger().build());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyLinkLeadsToAPageThatIsThere(ReviewFacts facts) throws IOException {
    List<DataTable> tables = new ArrayList<>(Review.unlisted(facts, WORDS));
    List<Section> sections = Review.sections(facts, WORDS);
    sections.forEach(section -> section.blocks().forEach(block -> collect(block, tables)));
    Pages pages = Pages.of(tables);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Review.write(facts, WORDS, written);
    List<String> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(written.toString(StandardCharsets.UTF_8));
    while (matcher.find()) {
      links.add(matcher.group(1));
    }
    assertThat(links).hasSizeGreaterThan(20).filteredOn(link -> !pages.has(link)).isEmpty();
    assertThat(links)
        .filteredOn(link -> !link.contains("/") && !link.equals("main"))
        .isSubsetOf(sections.stream().map(Section::id).toList());
  }

  private static void collect(Block block, List<DataTable> tables) {
    if (block instanceof Block.Listing listing) {
      tables.add(listing.table());
    } else if (block instanceof Block.Pair pair) {
      collect(pair.left(), tables);
      collect(pair.right(), tables);
    }
  }
}
