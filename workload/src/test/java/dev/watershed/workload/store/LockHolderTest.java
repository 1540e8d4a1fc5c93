package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockHolderTest {

  /** Of a store that several machines write to, the number of a process alone says nothing. */
  @Test
  void whoWritesSaysItsProcessAndMachine() {
    assertThat(LockHolder.ofThisProcess("watershed collect"))
        .matches("'watershed collect' \\(process \\d+ on \\S.*, since 20[-0-9T:.]+Z\\)")
        .contains("process " + ProcessHandle.current().pid() + " ");
  }
}
