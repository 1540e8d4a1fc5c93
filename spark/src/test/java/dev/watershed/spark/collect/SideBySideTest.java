package dev.watershed.spark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  @Test
  void resultsComeInOrder() throws Exception {
    assertThat(SideBySide.run(List.<Callable<Integer>>of(() -> 1, () -> 2, () -> 3)))
        .containsExactly(1, 2, 3);
    assertThat(SideBySide.run(List.<Callable<Integer>>of())).isEmpty();
  }

  /** Who is at work when another one fails would work on what is closed. */
  @Test
  void aFailureWaitsForTheOthers() {
    CountDownLatch failing = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    List<Callable<Integer>> calls =
        List.of(
            () -> {
              failing.countDown();
              throw new TimeoutException("the cluster is gone");
            },
            () -> {
              failing.await();
              Thread.sleep(50);
              ended.set(true);
              return 1;
            });
    assertThatThrownBy(() -> SideBySide.run(calls))
        .isInstanceOf(TimeoutException.class)
        .hasMessage("the cluster is gone");
    assertThat(ended).isTrue();
  }
}
