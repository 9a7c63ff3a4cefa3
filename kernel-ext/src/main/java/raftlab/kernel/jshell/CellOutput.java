package raftlab.kernel.jshell;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Gathers what cells print and sends it in few messages: at most 8 KiB or 50 ms after it was
 * printed, and before anything else is shown. A message per line would drown the front end.
 * Thread-safe.
 */
final class CellOutput extends OutputStream {

  private static final int FULL = 8 << 10;
  private static final long DELAY_MILLIS = 50;

  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private Consumer<String> target = text -> {};

  /** Starts sending what is printed after 50 ms for as long as the JVM lives. */
  static void flushRegularly(CellOutput... streams) {
    Thread thread =
        new Thread(
            () -> {
              while (true) {
                for (CellOutput stream : streams) {
                  stream.send();
                }
                java.util.concurrent.locks.LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(DELAY_MILLIS));
              }
            },
            "raft-output");
    thread.setDaemon(true);
    thread.start();
  }

  PrintStream printer() {
    return new PrintStream(this, false, StandardCharsets.UTF_8);
  }

  /** Sends what waits to its old target and everything from now on to the new one. */
  synchronized void to(Consumer<String> next) {
    send();
    target = next;
  }

  @Override
  public synchronized void write(int b) {
    waiting.write(b);
    sendIfFull();
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    waiting.write(bytes, offset, length);
    sendIfFull();
  }

  private void sendIfFull() {
    if (waiting.size() >= FULL) {
      send();
    }
  }

  /** Sends what waits; the bytes of a character that is not yet whole wait on. */
  synchronized void send() {
    byte[] bytes = waiting.toByteArray();
    int whole = wholeCharacters(bytes);
    if (whole > 0) {
      waiting.reset();
      waiting.write(bytes, whole, bytes.length - whole);
      target.accept(new String(bytes, 0, whole, StandardCharsets.UTF_8));
    }
  }

  private static int wholeCharacters(byte[] bytes) {
    int start = bytes.length - 1;
    while (start >= 0 && bytes.length - start < 4 && (bytes[start] & 0xC0) == 0x80) {
      start--;
    }
    if (start < 0 || bytes[start] >= 0) {
      return bytes.length;
    }
    int needed = (bytes[start] & 0xE0) == 0xC0 ? 2 : (bytes[start] & 0xF0) == 0xE0 ? 3 : 4;
    return bytes.length - start < needed ? start : bytes.length;
  }
}
