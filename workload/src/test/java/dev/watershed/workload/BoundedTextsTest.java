package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedTextsTest {

  private static final List<Long> BY_HASH =
      LongStream.rangeClosed(1, 9)
          .boxed()
          .sorted(Comparator.comparingLong(digest -> MeasureRows.mix(digest) ^ Long.MIN_VALUE))
          .toList();

  @Test
  void theDigestsWithTheLowestHashesStayAndTheOthersAreLumped() {
    BoundedTexts texts = texts(BY_HASH);
    assertThat(texts.over(9)).isFalse();
    assertThat(texts.over(8)).isTrue();
    Moved moved = texts.bound(3);
    assertThat(List.of(moved.to(1), moved.to(2), moved.to(3))).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(moved.isLumped(4)).isTrue();
    assertThat(moved.wasLumped(4)).isFalse();
    assertThat(moved.hash(4)).isEqualTo(MeasureRows.mix(BY_HASH.get(3)));
    assertThat(texts.threshold()).isEqualTo(MeasureRows.mix(BY_HASH.get(2)));
    assertThat(digests(texts)).containsExactlyInAnyOrderElementsOf(BY_HASH.subList(0, 3));
  }

  @Test
  void whatAnotherTableLumpedIsLumped() {
    BoundedTexts bounded = texts(BY_HASH.subList(0, 5));
    bounded.bound(2);
    BoundedTexts texts = texts(BY_HASH.subList(4, 8));
    texts.merge(bounded);
    texts.bound(9);
    assertThat(digests(texts)).containsExactlyInAnyOrderElementsOf(BY_HASH.subList(0, 2));
  }

  @Test
  void aDigestAboveTheThresholdHasAnIndexOfItsOwnUntilTheBoundIsApplied() {
    BoundedTexts texts = texts(BY_HASH.subList(0, 3));
    texts.bound(2);
    int index = texts.find(BY_HASH.get(5));
    assertThat(index).isGreaterThan(2);
    assertThat(texts.find(BY_HASH.get(5))).isEqualTo(index);
    assertThat(texts.wantsSample(index, 1, 1, 0, 0)).isFalse();
    assertThat(texts.settled(9)).isFalse();
    assertThat(texts.bound(9).isLumped(index)).isTrue();
    assertThat(texts.settled(9)).isTrue();
  }

  @Test
  void theSlowestStatementIsTheSampleAndTheLumpedTextHasNone() {
    BoundedTexts one = texts(BY_HASH.subList(0, 1));
    BoundedTexts other = texts(BY_HASH.subList(0, 1));
    one.sample(1, 5, 9, 0, 0, bytes("fast"));
    other.sample(1, 7, 10, 0, 0, bytes("slow"));
    assertThat(one.wantsSample(1, 6, 0, 0, 0)).isTrue();
    assertThat(one.wantsSample(1, 4, 0, 0, 0)).isFalse();
    assertThat(one.wantsSample(BoundedTexts.LUMPED, 6, 0, 0, 0)).isFalse();
    one.merge(other);
    List<StatementText> written = one.toTexts(sample -> new String(sample, StandardCharsets.UTF_8));
    assertThat(written.get(1).sample()).contains("slow");
    assertThat(written.get(0)).isSameAs(StatementText.LUMPED);
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void aTextIsWholeIfOneOfTwoTablesHasItWhole(boolean cutHere, boolean cutThere) {
    BoundedTexts here = new BoundedTexts();
    BoundedTexts there = new BoundedTexts();
    here.define(7, "SELECT 7", cutHere);
    there.define(7, "SELECT 7", cutThere);
    here.merge(there);
    assertThat(here.toTexts(sample -> "").get(1).truncated()).isFalse();
  }

  private static BoundedTexts texts(List<Long> digests) {
    BoundedTexts texts = new BoundedTexts();
    for (long digest : digests) {
      assertThat(texts.find(digest)).isEqualTo(-1);
      texts.define(digest, "text " + digest, false);
    }
    return texts;
  }

  private static List<Long> digests(BoundedTexts texts) {
    return texts.toTexts(sample -> "").stream()
        .filter(text -> !text.lumped())
        .map(StatementText::digest)
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
