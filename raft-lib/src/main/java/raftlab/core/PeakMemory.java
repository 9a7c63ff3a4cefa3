package raftlab.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The most memory this process has had resident, native memory included. */
public final class PeakMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private PeakMemory() {}

  /** Returns the peak in bytes since the process began; empty where the system does not tell. */
  public static OptionalLong bytes() {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    try {
      Matcher matcher = PEAK.matcher(Files.readString(STATUS));
      return matcher.find()
          ? OptionalLong.of(1024 * Long.parseLong(matcher.group(1)))
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
