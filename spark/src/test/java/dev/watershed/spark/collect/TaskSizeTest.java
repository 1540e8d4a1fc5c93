package dev.watershed.spark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TaskSizeTest {

  @Test
  void aTaskGivesBackHalfOfWhatItReadsButSomeWindows() {
    assertThat(TaskSize.ofLog(256L << 20)).isEqualTo(new TaskSize(256L << 20, 128L << 20));
    assertThat(TaskSize.ofLog(150)).isEqualTo(new TaskSize(150, 64 << 10));
  }

  @Test
  void aTaskOfNothingIsNone() {
    assertThatThrownBy(() -> TaskSize.ofLog(0)).hasMessageContaining("a task of nothing");
  }
}
