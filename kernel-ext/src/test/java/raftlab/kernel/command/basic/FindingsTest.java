package raftlab.kernel.command.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {

  @TempDir private Path folder;

  @Test
  void everyCheckSaysOkOrWhatToDo() {
    for (Finding finding : Findings.all()) {
      assertFalse(finding.found().isBlank(), finding.check());
      assertFalse(finding.advice().isBlank(), finding.check());
    }
    assertTrue(Findings.all().stream().anyMatch(f -> f.check().equals("compiler") && f.ok()));
  }

  @Test
  void aKernelWhoseJavaIsGoneIsNotOk() throws IOException {
    Path spec = folder.resolve("target/venv/share/jupyter/kernels/raft/kernel.json");
    Files.createDirectories(spec.getParent());
    Files.writeString(spec, "{\"argv\": [\"" + folder.resolve("no/java") + "\"]}");
    assertFalse(Findings.kernel(folder).ok());
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(spec, "{\"argv\": [\"" + java + "\"]}");
    assertTrue(Findings.kernel(folder).ok());
    Files.writeString(spec, "{ broken");
    assertFalse(Findings.kernel(folder).ok());
  }

  @Test
  void aDataHomeThatIsNoFolderIsNotOk() {
    assertTrue(Findings.dataHome(folder.toString()).ok());
    assertTrue(Findings.dataHome(null).ok());
    assertEquals(
        "RAFT_DATA_HOME names no folder: correct or unset it",
        Findings.dataHome(folder.resolve("none").toString()).advice());
  }
}
