package raftlab.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.UserError;

class HashesTest {

  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void agreesWithThePublishedVectorForTextAndFile() {
    Path file = folder.resolve("abc");
    AtomicFile.writeText(file, "abc");
    assertEquals(OF_ABC, Hashes.sha256("abc"));
    assertEquals(OF_ABC, Hashes.sha256(file));
  }

  @Test
  void namesTheFileThatIsNotThere() {
    UserError error =
        assertThrows(UserError.class, () -> Hashes.sha256(folder.resolve("missing.bin")));
    assertEquals("cannot read " + folder.resolve("missing.bin"), error.what());
  }
}
