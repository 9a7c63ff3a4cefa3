package raftlab.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteCountTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "5100000000, 5.1 GB",
    "3210000000, 3.2 GB",
    "7000000000000000, 7000.0 TB",
  })
  void readsInUnitsOfAThousand(long bytes, String text) {
    assertEquals(text, ByteCount.text(bytes));
  }
}
