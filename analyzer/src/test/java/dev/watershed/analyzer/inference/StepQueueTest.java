package dev.watershed.analyzer.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepQueueTest {

  private static Step step(String body, int links) {
    return new Step.Body(
        "s", body, Collections.nCopies(links, Link.to(Link.Kind.PROCEDURE, "s." + body)));
  }

  @Test
  void theShortestChainIsTheFirstAndOfSeveralTheOneAddedFirst() {
    StepQueue queue = new StepQueue();
    List<Step> steps =
        List.of(step("a", 2), step("b", 1), step("c", 2), step("d", 1), step("e", 0));
    steps.forEach(queue::add);
    for (int expected : List.of(4, 1, 3, 0, 2)) {
      assertThat(queue.next()).contains(steps.get(expected));
    }
    assertThat(queue.next()).isEmpty();
  }
}
