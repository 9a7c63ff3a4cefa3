package raftlab.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import raftlab.files.Hashes;

class KernelsArchiveTest {

  @Test
  void archiveIsMadeFromTheCommittedScript() throws IOException {
    try (InputStream recorded = Kernels.class.getResourceAsStream("kernels.sha256")) {
      String expected = new String(recorded.readAllBytes(), StandardCharsets.US_ASCII).strip();
      Path script = Path.of("src", "main", "torchscript", "kernels.py");
      assertEquals(expected, Hashes.sha256(script), "run kernels.py and commit what it writes");
    }
  }
}
