package dev.watershed.analyzer.index.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.IndexFixture;
import dev.watershed.analyzer.index.RewriteAdvice;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.catalog.IndexKind;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwaitedIndexesTest {

  @ParameterizedTest
  @CsvSource({
    "DROP_UNUSED, ref, shop.refunds.ref, true",
    "DROP_UNUSED, ref, shop.refunds.REF, true",
    "DROP_LOW_VALUE, 'state, ref', shop.refunds.ref, true",
    "DROP_UNUSED, ref, shop.refunds.state, false",
    "DROP_UNUSED, ref, shop.payments.ref, false",
    "DROP_UNUSED, ref, shop.refunds, false",
    "DROP_DUPLICATE, ref, shop.refunds.ref, false",
    "DROP_REDUNDANT, ref, shop.refunds.ref, false"
  })
  void keepsWhatARewrittenStatementUses(Kind kind, String parts, String subject, boolean kept) {
    IndexAdvice drop =
        new IndexAdvice(
            kind,
            "shop",
            "refunds",
            IndexFixture.index("k", parts, false, IndexKind.BTREE, true),
            List.of(),
            List.of(),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            0,
            Confidence.HIGH,
            List.of());
    RewriteAdvice rewrite =
        new RewriteAdvice(
            1,
            1,
            0.1,
            RewriteAdvice.Reason.IMPLICIT_CONVERSION,
            subject,
            Saying.verbatim("Pass a text."));
    assertThat(AwaitedIndexes.kept(List.of(drop), List.of(rewrite)).isEmpty()).isEqualTo(kept);
    assertThat(AwaitedIndexes.kept(List.of(drop), List.of())).containsExactly(drop);
  }
}
