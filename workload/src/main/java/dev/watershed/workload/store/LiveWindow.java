package dev.watershed.workload.store;

import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowName;

/** A window that counts, with what it says of itself. */
record LiveWindow(StoredWindow window, WindowHeader header) {

  WindowName name() {
    return header.name();
  }

  long run() {
    return header.seal().run();
  }
}
