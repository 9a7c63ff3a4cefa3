package raftlab.files;

import java.util.Locale;

/** A number of bytes as people read it: in units of a thousand, with one decimal. */
public final class ByteCount {

  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private ByteCount() {}

  /** Returns such as {@code 512 bytes} or {@code 5.1 GB}. */
  public static String text(long bytes) {
    if (bytes < 1000) {
      return bytes + (bytes == 1 ? " byte" : " bytes");
    }
    double value = bytes / 1000.0;
    int unit = 0;
    while (value >= 999.95 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }
}
